namespace FaspayBilling.Tests.Api.BillingApi;

/// <summary>What Faspay's documentation shows of Get List Invoice.</summary>
internal static class DocumentedBilling
{
    /// <summary>Value for value and in its order, without the blanks between.</summary>
    public static string Answer { get; } = """
        {"current_page":"1","total_pages":1,"total_data":6,"response_code":"00","data":[
        {"customer_id":32,"customer_name":"PT. Media Indonusa (ASTEL Group)",
        "invoice_date":"2023-02-07 00:00:00","invoice_no":"INV-FPY-022300178","due_date":"2023-02-08 10:04:00",
        "invoice_status":"Paid","outstanding_amount":-400800,"period":"202302"},
        {"customer_id":66,"customer_name":"Fadhil Achmadi 2",
        "invoice_date":"2023-02-23 00:00:00","invoice_no":"INV-T8V-022300005","due_date":"2023-03-09 15:07:00",
        "invoice_status":"Paid","outstanding_amount":0,"period":"202302"},
        {"customer_id":66,"customer_name":"Fadhil Achmadi 2",
        "invoice_date":"2023-02-24 00:00:00","invoice_no":"INV-T8V-022300008","due_date":"2023-03-08 10:37:00",
        "invoice_status":"Paid","outstanding_amount":0,"period":"202302"},
        {"customer_id":66,"customer_name":"Fadhil Achmadi 2",
        "invoice_date":"2023-02-24 00:00:00","invoice_no":"INV-T8V-022300007","due_date":"2023-04-20 09:50:00",
        "invoice_status":"Paid","outstanding_amount":0,"period":"202302"},
        {"customer_id":99,"customer_name":"MP2-Fadhil",
        "invoice_date":"2023-02-27 00:00:00","invoice_no":"INV-MP2-022300002","due_date":"2023-03-22 17:03:00",
        "invoice_status":"Draft","outstanding_amount":456900,"period":"202302"},
        {"customer_id":9,"customer_name":"customer-new-single",
        "invoice_date":"2023-04-11 00:00:00","invoice_no":"INV-FPY-042301733","due_date":"2023-04-24 11:14:00",
        "invoice_status":"Paid","outstanding_amount":0,"period":"202304"}
        ],"message":"Success get billing"}
        """.ReplaceLineEndings("");
}
