using static FaspayBilling.Core.Demo.DemoTrade;

namespace FaspayBilling.Core.Demo;

/// <summary>Whom the other merchant (T8V) bills: none of these names may ever show at FPY.</summary>
internal static class OtherCustomers
{
    public static readonly IReadOnlyList<DemoCustomer> Companies =
    [
        new(1, "PT Delta Kirana Swalayan", "deltakirana", "031-841 5520", "Jl. Ahmad Yani No. 286, Surabaya 60234", "015928377609000", Goods, 30),
        new(2, "CV Surya Boga Catering", "suryaboga", "031-732 9014", "Jl. HR Muhammad No. 45, Surabaya 60189", "039471826618000", Goods, 14),
        new(3, "PT Kartika Hotel Tretes", "kartikahotel", "0343-881 776", "Jl. Raya Tretes No. 17, Pasuruan 67157", "021573944624000", Payments, 30),
        new(4, "UD Makmur Jaya Bangunan", "makmurjaya", "031-894 2250", "Jl. Raya Waru No. 3, Sidoarjo 61256", "046182739643000", Goods, 7),
        new(5, "PT Ombak Segara Travel", "ombaksegara", "0361-288 940", "Jl. Danau Tamblingan No. 9, Denpasar 80228", "024837163904000", Marketing, 14),
    ];

    public static readonly IReadOnlyList<DemoCustomer> People =
    [
        new(6, "Hendra Wijaya", "hendra-wijaya", "0811-3350 781", "Jl. Kertajaya No. 120, Surabaya 60282", "", Goods, 7),
        new(7, "Salon Melati", "salon-melati", "0812-3077 6641", "Jl. Diponegoro No. 33, Surabaya 60241", "", Training, 7),
        new(8, "Sanggar Tari Arum", "sanggar-arum", "0857-3091 2284", "Jl. Ijen No. 14, Malang 65119", "", Training, 14),
    ];
}
