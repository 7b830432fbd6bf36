namespace FaspayBilling.Core.Domain.Customers;

/// <summary>The countries that a form offers, with their phone codes.</summary>
public static class Countries
{
    /// <summary>Indonesia.</summary>
    public const string Home = "IDN";

    // Code, name, phone code.
    private const string List = """
        AFG Afghanistan 93;ALA Åland Islands 358;ALB Albania 355;DZA Algeria 213;ASM American Samoa 1684;AND Andorra 376;
        AGO Angola 244;AIA Anguilla 1264;ATA Antarctica 672;ATG Antigua and Barbuda 1268;ARG Argentina 54;ARM Armenia 374;
        ABW Aruba 297;AUS Australia 61;AUT Austria 43;AZE Azerbaijan 994;BHS Bahamas 1242;BHR Bahrain 973;
        BGD Bangladesh 880;BRB Barbados 1246;BLR Belarus 375;BEL Belgium 32;BLZ Belize 501;BEN Benin 229;
        BMU Bermuda 1441;BTN Bhutan 975;BOL Bolivia 591;BES Bonaire, Sint Eustatius and Saba 599;BIH Bosnia and Herzegovina 387;
        BWA Botswana 267;
        BVT Bouvet Island 47;BRA Brazil 55;IOT British Indian Ocean Territory 246;BRN Brunei Darussalam 673;BGR Bulgaria 359;
        BFA Burkina Faso 226;
        BDI Burundi 257;CPV Cabo Verde 238;KHM Cambodia 855;CMR Cameroon 237;CAN Canada 1;CYM Cayman Islands 1345;
        CAF Central African Republic 236;TCD Chad 235;CHL Chile 56;CHN China 86;CXR Christmas Island 61;CCK Cocos (Keeling) Islands 61;
        COL Colombia 57;COM Comoros 269;COG Congo 242;COD Congo, Democratic Republic 243;COK Cook Islands 682;CRI Costa Rica 506;
        CIV Côte d'Ivoire 225;HRV Croatia 385;CUB Cuba 53;CUW Curaçao 599;CYP Cyprus 357;CZE Czechia 420;
        DNK Denmark 45;DJI Djibouti 253;DMA Dominica 1767;DOM Dominican Republic 1809;ECU Ecuador 593;EGY Egypt 20;
        SLV El Salvador 503;GNQ Equatorial Guinea 240;ERI Eritrea 291;EST Estonia 372;SWZ Eswatini 268;ETH Ethiopia 251;
        FLK Falkland Islands 500;FRO Faroe Islands 298;FJI Fiji 679;FIN Finland 358;FRA France 33;GUF French Guiana 594;
        PYF French Polynesia 689;ATF French Southern Territories 262;GAB Gabon 241;GMB Gambia 220;GEO Georgia 995;DEU Germany 49;
        GHA Ghana 233;GIB Gibraltar 350;GRC Greece 30;GRL Greenland 299;GRD Grenada 1473;GLP Guadeloupe 590;
        GUM Guam 1671;GTM Guatemala 502;GGY Guernsey 44;GIN Guinea 224;GNB Guinea-Bissau 245;GUY Guyana 592;
        HTI Haiti 509;HMD Heard and McDonald Islands 672;VAT Holy See 39;HND Honduras 504;HKG Hong Kong 852;HUN Hungary 36;
        ISL Iceland 354;IND India 91;IDN Indonesia 62;IRN Iran 98;IRQ Iraq 964;IRL Ireland 353;
        IMN Isle of Man 44;ISR Israel 972;ITA Italy 39;JAM Jamaica 1876;JPN Japan 81;JEY Jersey 44;
        JOR Jordan 962;KAZ Kazakhstan 7;KEN Kenya 254;KIR Kiribati 686;PRK Korea, North 850;KOR Korea, South 82;
        KWT Kuwait 965;KGZ Kyrgyzstan 996;LAO Laos 856;LVA Latvia 371;LBN Lebanon 961;LSO Lesotho 266;
        LBR Liberia 231;LBY Libya 218;LIE Liechtenstein 423;LTU Lithuania 370;LUX Luxembourg 352;MAC Macao 853;
        MDG Madagascar 261;MWI Malawi 265;MYS Malaysia 60;MDV Maldives 960;MLI Mali 223;MLT Malta 356;
        MHL Marshall Islands 692;MTQ Martinique 596;MRT Mauritania 222;MUS Mauritius 230;MYT Mayotte 262;MEX Mexico 52;
        FSM Micronesia 691;MDA Moldova 373;MCO Monaco 377;MNG Mongolia 976;MNE Montenegro 382;MSR Montserrat 1664;
        MAR Morocco 212;MOZ Mozambique 258;MMR Myanmar 95;NAM Namibia 264;NRU Nauru 674;NPL Nepal 977;
        NLD Netherlands 31;NCL New Caledonia 687;NZL New Zealand 64;NIC Nicaragua 505;NER Niger 227;NGA Nigeria 234;
        NIU Niue 683;NFK Norfolk Island 672;MKD North Macedonia 389;MNP Northern Mariana Islands 1670;NOR Norway 47;OMN Oman 968;
        PAK Pakistan 92;PLW Palau 680;PSE Palestine 970;PAN Panama 507;PNG Papua New Guinea 675;PRY Paraguay 595;
        PER Peru 51;PHL Philippines 63;PCN Pitcairn 64;POL Poland 48;PRT Portugal 351;PRI Puerto Rico 1787;
        QAT Qatar 974;REU Réunion 262;ROU Romania 40;RUS Russia 7;RWA Rwanda 250;BLM Saint Barthélemy 590;
        SHN Saint Helena 290;KNA Saint Kitts and Nevis 1869;LCA Saint Lucia 1758;MAF Saint Martin 590;SPM Saint Pierre and Miquelon 508;
        VCT Saint Vincent and the Grenadines 1784;
        WSM Samoa 685;SMR San Marino 378;STP Sao Tome and Principe 239;SAU Saudi Arabia 966;SEN Senegal 221;SRB Serbia 381;
        SYC Seychelles 248;SLE Sierra Leone 232;SGP Singapore 65;SXM Sint Maarten 1721;SVK Slovakia 421;SVN Slovenia 386;
        SLB Solomon Islands 677;SOM Somalia 252;ZAF South Africa 27;SGS South Georgia 500;SSD South Sudan 211;ESP Spain 34;
        LKA Sri Lanka 94;SDN Sudan 249;SUR Suriname 597;SJM Svalbard and Jan Mayen 47;SWE Sweden 46;CHE Switzerland 41;
        SYR Syria 963;TWN Taiwan 886;TJK Tajikistan 992;TZA Tanzania 255;THA Thailand 66;TLS Timor-Leste 670;
        TGO Togo 228;TKL Tokelau 690;TON Tonga 676;TTO Trinidad and Tobago 1868;TUN Tunisia 216;TUR Türkiye 90;
        TKM Turkmenistan 993;TCA Turks and Caicos Islands 1649;TUV Tuvalu 688;UGA Uganda 256;UKR Ukraine 380;ARE United Arab Emirates 971;
        GBR United Kingdom 44;USA United States 1;UMI United States Minor Outlying Islands 1;URY Uruguay 598;UZB Uzbekistan 998;
        VUT Vanuatu 678;
        VEN Venezuela 58;VNM Vietnam 84;VGB Virgin Islands, British 1284;VIR Virgin Islands, U.S. 1340;WLF Wallis and Futuna 681;
        ESH Western Sahara 212;
        YEM Yemen 967;ZMB Zambia 260;ZWE Zimbabwe 263;
        """;

    /// <summary>By name.</summary>
    public static readonly IReadOnlyList<Country> All =
    [
        .. List.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Read)
    ];

    private static readonly HashSet<string> Codes = [.. All.Select(c => c.Code)];

    private static readonly HashSet<string> PhoneCodes = [.. All.Select(c => c.PhoneCode)];

    public static bool Has(string code) => Codes.Contains(code);

    public static bool HasPhoneCode(string code) => PhoneCodes.Contains(code);

    private static Country Read(string entry) => new(entry[..3], entry[4..entry.LastIndexOf(' ')], entry[(entry.LastIndexOf(' ') + 1)..]);
}
