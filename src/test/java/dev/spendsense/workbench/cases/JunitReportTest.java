package dev.spendsense.workbench.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class JunitReportTest {

    @Test
    void suites_cases_and_failures_are_as_servers_read_them() throws Exception {
        TestReport report = new TestReport(
                List.of(
                        new CaseResult("fine", "a.yaml", 3, List.of(), Set.of()),
                        new CaseResult("odd <\"&\u0007>", "b.yaml", 5, List.of("was 1 < 2", "and more"), Set.of())),
                Set.of());
        StringWriter text = new StringWriter();
        JunitReport.write(report, 0.25, text);
        Document xml = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(text.toString())));
        Element suites = xml.getDocumentElement();
        assertThat(suites.getTagName()).isEqualTo("testsuites");
        assertThat(suites.getAttribute("tests")).isEqualTo("2");
        assertThat(suites.getAttribute("failures")).isEqualTo("1");
        assertThat(suites.getAttribute("time")).isEqualTo("0.250");
        Element suite = (Element) xml.getElementsByTagName("testsuite").item(1);
        assertThat(suite.getAttribute("name")).isEqualTo("b.yaml");
        Element failed = (Element) suite.getElementsByTagName("testcase").item(0);
        assertThat(failed.getAttribute("name")).isEqualTo("odd <\"&?>");
        assertThat(failed.getAttribute("line")).isEqualTo("5");
        Element failure = (Element) failed.getElementsByTagName("failure").item(0);
        assertThat(failure.getAttribute("message")).isEqualTo("was 1 < 2");
        assertThat(failure.getTextContent()).isEqualTo("was 1 < 2\nand more");
    }
}
