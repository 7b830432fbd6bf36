using System.Text.RegularExpressions;

namespace FaspayBilling.Tests.Architecture;

/// <summary>
/// What makes markup, scripts, queries, commands or objects of a text stands nowhere in the product, or in one place that was looked at.
/// </summary>
public sealed partial class DangerousCallsTests
{
    [Fact]
    public void No_script_makes_markup_or_code_of_a_text_or_listens_to_other_windows() =>
        Met(MarkupAndCode()).Should().BeEmpty();

    [Fact]
    public void No_script_reaches_for_what_objects_inherit() =>
        Met(Inherited()).Should().BeEmpty("what comes from outside is copied into nothing that others use");

    [Fact]
    public void Only_the_librarys_own_pictures_are_markup() =>
        Met(Markup(), "FaspayBilling.Web/Components/Ui/Fields/LightField.razor").Should().BeEmpty("else Razor writes a text as a text");

    [Fact]
    public void No_query_is_made_of_a_text() =>
        Met(
            Query(),
            "FaspayBilling.Core/Data/BillingDb.cs",
            "FaspayBilling.Core/Data/PostgresBillingDb.cs",
            "FaspayBilling.Core/Data/Reading/PreparedQueries.cs",
            "FaspayBilling.Core/Data/Searching/SqliteCustomerSearch.cs",
            "FaspayBilling.Core/Data/SqliteBillingDb.cs",
            "FaspayBilling.Core/Data/SqlitePragmas.cs",
            "FaspayBilling.Core/Data/SqliteSearch.cs",
            "FaspayBilling.Core/Data/Totals/DayCounts.cs",
            "FaspayBilling.Core/Data/Writing/KeptCommands.cs",
            "FaspayBilling.Core/Data/Writing/UnnumberedInvoice.cs",
            "FaspayBilling.Core/Features/BillingApi/InvoicesByDate.cs",
            "FaspayBilling.Core/Features/Invoices/Lists/BillingPages.cs",
            "FaspayBilling.Core/Upkeep/Snapshot.cs",
            "FaspayBilling.Core/Upkeep/SqliteFile.cs")
            .Should().BeEmpty("values are parameters: FormattableString, or LINQ");

    [Fact]
    public void Only_the_reading_process_is_started() =>
        Met(Command(), "FaspayBilling.Core/Formats/Reading/ReadingProcess.cs").Should().BeEmpty();

    [Fact]
    public void Only_the_reading_process_speaks_to_the_machine_itself_one_place_to_SQLite_and_nobody_uses_pointers() =>
        Met(Native(), "FaspayBilling.Web/Reading/OwnLimits.cs", "FaspayBilling.Core/Data/Writing/OpenFile.cs").Should().BeEmpty();

    [Fact]
    public void No_text_says_itself_which_object_it_becomes() =>
        Met(AnyObject()).Should().BeEmpty();

    [Fact]
    public void Only_the_reader_of_workbooks_reads_XML_of_strangers() =>
        Met(
            Xml(),
            "FaspayBilling.Core/Formats/Sheets/XlsxXml.cs",
            "FaspayBilling.Core/Data/Keys/KeyFileDecryptor.cs",
            "FaspayBilling.Core/Data/Keys/KeyRing.cs")
            .Should().BeEmpty();

    [Fact]
    public void The_calls_would_be_found()
    {
        // A scan that saw nothing would find nothing wrong.
        Met(Markup()).Should().NotBeEmpty();
        Met(Query()).Should().HaveCount(20);
        Met(Command()).Should().HaveCount(2);
        Met(Native()).Should().NotBeEmpty();
        Met(Xml()).Should().HaveCount(3);
        MarkupAndCode().IsMatch("box.inner" + "HTML = name;").Should().BeTrue();
        MarkupAndCode().IsMatch("addEventListener('mess" + "age', go)").Should().BeTrue();
        Inherited().IsMatch("Object.assign(known, typed);").Should().BeTrue();
        Query().IsMatch("db.Database.ExecuteSql" + "RawAsync($\"DELETE {table}\")").Should().BeTrue();
        Query().IsMatch("db.Database.SqlQuery" + "Raw<long>(text)").Should().BeTrue();
        Query().IsMatch("db.Database.SqlQuery" + "Raw<long>(\"SELECT 1\")").Should().BeFalse();
        Query().IsMatch("db.ReadPrepared" + "Async<Row>(text, [], Of, stop)").Should().BeTrue();
        Query().IsMatch("db.ExecutePrepared" + "Async($\"DELETE {table}\", [], stop)").Should().BeTrue();
        Query().IsMatch("db.ExecutePrepared" + "Async(\"DELETE\", [], stop)").Should().BeFalse();
        AnyObject().IsMatch("new Binary" + "Formatter()").Should().BeTrue();
    }

    private static IEnumerable<string> Met(Regex call, params string[] looked) =>
        Sources.Meeting(
            call, f => (f.IsUnder("FaspayBilling.Core") || f.IsUnder("FaspayBilling.Web")) && !looked.Contains(f.Path));

    [GeneratedRegex(
        @"\beval\(|new Function\(|\b(inner|outer)HTML\b|insertAdjacentHTML|document\.write|createContextualFragment"
        + @"|\bpostMessage\b|addEventListener\(\s*[""'`]message\b|\bonmessage\b|set(Timeout|Interval)\(\s*[""'`]")]
    private static partial Regex MarkupAndCode();

    [GeneratedRegex(@"\bObject\.assign\(|__proto__|\bsetPrototypeOf\b|\.prototype\b")]
    private static partial Regex Inherited();

    [GeneratedRegex(@"\bMarkupString\b|AddMarkupContent")]
    private static partial Regex Markup();

    // A literal may be looked at; a text that is put together, or comes from elsewhere, may not.
    [GeneratedRegex(
        @"Sql(Query)?Raw\w*(<[\w?]+>)?\((?!"")|(Execute|Scalar|Read)PreparedAsync(<[\w?]+>)?\((?!\s*"")"
        + @"|CommandText\s*=(?!\s*"")|FormattableStringFactory\.")]
    private static partial Regex Query();

    [GeneratedRegex(@"\bnew ProcessStartInfo\b|\bProcess\.Start\(")]
    private static partial Regex Command();

    [GeneratedRegex(
        @"\bDllImport\(|\bLibraryImport\(|\bunsafe\s+(\{|static|struct|class|void|fixed)"
        + @"|\bstackalloc\b|\bMarshal\.|\bUnsafe\.")]
    private static partial Regex Native();

    [GeneratedRegex(
        @"BinaryFormatter|NetDataContract|LosFormatter|SoapFormatter|TypeNameHandling|XmlSerializer|DataContractSerializer"
        + @"|JsonPolymorphic|Assembly\.Load|Activator\.CreateInstance|\bCSharpScript\b")]
    private static partial Regex AnyObject();

    [GeneratedRegex(@"\bXmlReader\.Create\(|\bXmlTextReader\b|\bXmlDocument\b|\bX(Document|Element)\.(Load|Parse)|XPath|Xsl\w*Transform")]
    private static partial Regex Xml();
}
