using static FaspayBilling.Core.Demo.DemoTrade;

namespace FaspayBilling.Core.Demo;

/// <summary>Whom merchant FPY bills. The mail domains end in <c>.example</c>, so nothing ever leaves by accident.</summary>
internal static class DemoCustomers
{
    /// <summary>The buyer in the documented file name <c>022732101075000-0110072225610008-026015362054000-20221103160012.pdf</c>.</summary>
    public static readonly DemoCustomer Documented =
        new(101, "PT Mitra Cakrawala Abadi", "mitracakrawala", "021-5290 1144", "Jl. Jend. Sudirman Kav. 45-46, Jakarta Selatan 12930", "026015362054000", Software, 30);

    /// <summary>Customers of the documented answer of Get List Invoice, number and name as it has them.</summary>
    public static readonly IReadOnlyList<DemoCustomer> OfTheAnswer =
    [
        new(32, "PT. Media Indonusa (ASTEL Group)", "mediaindonusa", "021-3983 6650", "Jl. Abdul Muis No. 8, Jakarta Pusat 10160", "", Payments, 14),
        new(66, "Fadhil Achmadi 2", "fadhil-achmadi", "0812-1904 7710", "Jl. Kemang Raya No. 12, Jakarta Selatan 12730", "", Goods, 14),
        new(99, "MP2-Fadhil", "mp2-fadhil", "0813-8871 2206", "Jl. Panglima Polim No. 77, Jakarta Selatan 12130", "", Training, 30),
        new(9, "customer-new-single", "new-single", "0857-1120 9034", "Jl. Cihampelas No. 160, Bandung 40131", "", Software, 14),
    ];

    public static readonly IReadOnlyList<DemoCustomer> Companies =
    [
        Documented,
        new(102, "PT Sinar Bahari Logistik", "sinarbahari", "031-532 8871", "Jl. Perak Timur No. 214, Surabaya 60165", "013467824605000", Payments, 14),
        new(103, "CV Karya Mandiri Sejahtera", "karyamandiri", "022-423 7716", "Jl. Asia Afrika No. 81, Bandung 40111", "031589278423000", Goods, 30),
        new(104, "PT Graha Medika Nusantara", "grahamedika", "021-7279 4460", "Jl. Fatmawati Raya No. 39, Jakarta Selatan 12410", "024718363013000", Software, 45),
        new(105, "PT Tunas Pangan Lestari", "tunaspangan", "024-841 2907", "Jl. Pandanaran No. 102, Semarang 50241", "018925479508000", Goods, 30),
        new(106, "UD Berkah Tani Makmur", "berkahtani", "0274-563 118", "Jl. Magelang Km 5,8, Sleman 55284", "047361829542000", Goods, 7),
        new(107, "PT Borneo Energi Persada", "borneoenergi", "0542-736 990", "Jl. Jend. Ahmad Yani No. 27, Balikpapan 76113", "021846399721000", Training, 45),
        new(108, "PT Arunika Digital Kreatif", "arunikadigital", "021-2277 8035", "Jl. Senopati No. 64, Jakarta Selatan 12190", "0914728365072000", Marketing, 14),
        new(109, "CV Mulia Tekstil Pekalongan", "muliatekstil", "0285-421 563", "Jl. Hayam Wuruk No. 19, Pekalongan 51117", "036274918502000", Payments, 30),
        new(110, "PT Samudra Jaya Perikanan", "samudrajaya", "0411-361 7742", "Jl. Ujung Pandang No. 5, Makassar 90111", "029463718805000", Goods, 30),
        new(111, "PT Pelita Edukasi Bangsa", "pelitaedukasi", "021-8591 3370", "Jl. Pemuda No. 66, Jakarta Timur 13220", "017583923003000", Training, 30),
        new(112, "PT Kencana Properti Utama", "kencanaproperti", "061-415 6628", "Jl. Imam Bonjol No. 31, Medan 20112", "022917363121000", Software, 30),
        new(113, "CV Anugerah Cetak Prima", "anugerahcetak", "0341-326 904", "Jl. Letjen Sutoyo No. 88, Malang 65141", "041837261623000", Marketing, 14),
        new(114, "PT Bali Wisata Harmoni", "baliwisata", "0361-754 118", "Jl. Sunset Road No. 101, Kuta, Badung 80361", "025731944906000", Payments, 14),
        new(115, "PT Rajawali Otomotif Sentosa", "rajawaliotomotif", "021-8844 6102", "Jl. Jend. Sudirman No. 9, Bekasi 17143", "019347822407000", Goods, 45),
        new(116, "PT Cipta Farma Sehati", "ciptafarma", "022-6031 447", "Jl. Soekarno Hatta No. 590, Bandung 40286", "028164937441000", Software, 30),
        new(117, "UD Sumber Rejeki Elektronik", "sumberrejeki", "0271-643 227", "Jl. Slamet Riyadi No. 245, Surakarta 57141", "045918273526000", Goods, 7),
        new(118, "PT Gelora Media Olahraga", "geloramedia", "021-5794 0086", "Jl. Gelora No. 1, Jakarta Pusat 10270", "023685712077000", Marketing, 30),
        new(119, "PT Sriwijaya Agro Lestari", "sriwijayaagro", "0711-357 801", "Jl. Kapten A. Rivai No. 12, Palembang 30129", "026473819308000", Payments, 45),
        new(120, "CV Lentera Konsultan", "lenterakonsultan", "0274-515 602", "Jl. Cik Di Tiro No. 34, Yogyakarta 55223", "038261947541000", Training, 14),
        new(121, "PT Papua Mandiri Konstruksi", "papuamandiri", "0967-533 419", "Jl. Raya Abepura No. 71, Jayapura 99351", "027319466952000", Software, 45),
    ];

    public static readonly IReadOnlyList<DemoCustomer> People =
    [
        new(131, "Toko Kopi Seruni", "kopi-seruni", "0813-1577 2094", "Jl. Dago No. 118, Bandung 40135", "", Payments, 7),
        new(132, "Dewi Anggraini", "dewi-anggraini", "0812-8830 4417", "Jl. Tebet Barat IV No. 22, Jakarta Selatan 12810", "", Training, 7),
        new(133, "Warung Makan Bu Tini", "warung-butini", "0856-4302 118", "Jl. Kaliurang Km 6, Sleman 55281", "", Goods, 14),
        new(134, "Rizky Pratama Fotografi", "rizky-foto", "0878-2210 9035", "Jl. Setiabudi No. 71, Bandung 40153", "", Marketing, 14),
        new(135, "Yayasan Cahaya Anak Negeri", "cahayaanak", "021-7590 3318", "Jl. Cinere Raya No. 8, Depok 16514", "", Training, 30),
        new(136, "Klinik Gigi drg. Maya Lestari", "klinik-maya", "031-567 2209", "Jl. Raya Darmo No. 54, Surabaya 60264", "", Software, 14),
    ];

    public static IEnumerable<DemoCustomer> All => [.. OfTheAnswer, .. Companies, .. People];
}
