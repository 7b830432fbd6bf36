namespace FaspayBilling.Web.Components.Ui;

/// <summary>Line drawings on a 24 by 24 grid, as SVG path data.</summary>
internal static class IconPaths
{
    public static string Of(IconName name) => name switch
    {
        IconName.Menu => "M4 6h16M4 12h16M4 18h16",
        IconName.Close => "M6 6l12 12M18 6L6 18",
        IconName.Search => "M11 4a7 7 0 1 1 0 14a7 7 0 1 1 0-14zM20 20l-4-4",
        IconName.More => "M12 5v.01M12 12v.01M12 19v.01",
        IconName.Check => "M5 12.5l4.5 4.5L19 7.5",
        IconName.Warning => "M12 4L2.8 20h18.4zM12 10v4M12 17v.01",
        IconName.Info => "M12 3a9 9 0 1 1 0 18a9 9 0 1 1 0-18zM12 11v5M12 8v.01",
        IconName.Mail => "M4 5h16a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1zM3.5 6.5L12 13l8.5-6.5",
        IconName.File => "M7 3h7l5 5v12a1 1 0 0 1-1 1H7a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1zM14 3v5h5",
        IconName.Invoice => "M6 3h12v18l-3-2-3 2-3-2-3 2zM9 8h6M9 12h6",
        IconName.Tax => "M5 4h14a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1zM8.5 15.5l7-7M9 8.5v.01M15 15.5v.01",
        IconName.Settings => "M4 7h9M19 7h1M4 17h1M11 17h9M16 4.5a2.5 2.5 0 1 1 0 5a2.5 2.5 0 1 1 0-5zM8 14.5a2.5 2.5 0 1 1 0 5a2.5 2.5 0 1 1 0-5z",
        IconName.Users => "M9 4.5a3.5 3.5 0 1 1 0 7a3.5 3.5 0 1 1 0-7zM2.5 20c0-3.6 2.9-6 6.5-6s6.5 2.4 6.5 6M16 4.8a3.5 3.5 0 0 1 0 6.4M18 14.4c2.1.8 3.5 2.8 3.5 5.6",
        IconName.Person => "M12 4a4 4 0 1 1 0 8a4 4 0 1 1 0-8zM4.5 20.5c0-3.9 3.4-6.5 7.5-6.5s7.5 2.6 7.5 6.5",
        IconName.Building => "M5 21V4a1 1 0 0 1 1-1h8a1 1 0 0 1 1 1v17M15 9h3a1 1 0 0 1 1 1v11M3 21h18M8.5 7.5h3M8.5 11.5h3M8.5 15.5h3",
        IconName.Sun => "M12 8a4 4 0 1 1 0 8a4 4 0 1 1 0-8zM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.4 1.4M17.6 17.6L19 19M19 5l-1.4 1.4M6.4 17.6L5 19",
        IconName.Moon => "M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z",
        IconName.ChevronLeft => "M15 5l-7 7 7 7",
        IconName.ChevronRight => "M9 5l7 7-7 7",
        IconName.ChevronDown => "M5 9l7 7 7-7",
        IconName.Plus => "M12 5v14M5 12h14",
        IconName.Minus => "M5 12h14",
        IconName.Upload => "M12 16V4M7 9l5-5 5 5M4 16v3a1 1 0 0 0 1 1h14a1 1 0 0 0 1-1v-3",
        IconName.Download => "M12 4v12M7 11l5 5 5-5M4 16v3a1 1 0 0 0 1 1h14a1 1 0 0 0 1-1v-3",
        IconName.Sort => "M8 9l4-4 4 4M8 15l4 4 4-4",
        IconName.SortUp => "M7 14l5-5 5 5",
        IconName.SortDown => "M7 10l5 5 5-5",
        IconName.Calendar => "M5 5h14a1 1 0 0 1 1 1v13a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1zM4 10h16M8 3v4M16 3v4",
        IconName.Clock => "M12 3a9 9 0 1 1 0 18a9 9 0 1 1 0-18zM12 7v5l3.5 2",
        IconName.Edit => "M4 20h4L19 9l-4-4L4 16zM13 7l4 4",
        IconName.Delete => "M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5M14 11v5",
        IconName.Refresh => "M20 5v5h-5M4 19v-5h5M19.5 10A8 8 0 0 0 5.6 7.200M4.5 14a8 8 0 0 0 13.9 2.8",
        IconName.SignOut => "M14 4H6a1 1 0 0 0-1 1v14a1 1 0 0 0 1 1h8M10 12h11M17 8l4 4-4 4",
        IconName.Eye => "M2.5 12C5 7.5 8.3 5.5 12 5.500s7 2 9.5 6.500c-2.5 4.5-5.8 6.5-9.5 6.500s-7-2-9.5-6.500zM12 9a3 3 0 1 1 0 6a3 3 0 1 1 0-6z",
        IconName.Copy => "M9 9h10a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H9a1 1 0 0 1-1-1V10a1 1 0 0 1 1-1zM5 15H4V4a1 1 0 0 1 1-1h11v2",
        IconName.Inbox => "M3 13l3-8h12l3 8v6a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1zM3 13h5l1.5 3h5L16 13h5",
        IconName.Key => "M8 11.5a4 4 0 1 1 0 8a4 4 0 1 1 0-8zM11 12.5l8.5-8.5M16 7.5l3 3",
        IconName.Report => "M4 20h16M7 20v-7M12 20V5M17 20v-10",
    };
}
