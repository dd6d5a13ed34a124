package dev.spendsense.workbench.cases;

import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A test report as the XML that CI servers read: a suite for each file, a test case for each case. */
public final class JunitReport {

    private static final String SUITES = "rules test";

    private final XMLStreamWriter xml;

    private JunitReport(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /**
     * Writes a report.
     *
     * @param seconds how long the run took
     * @throws IllegalStateException when the writer does not take it
     */
    public static void write(TestReport report, double seconds, Writer writer) {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(writer);
            new JunitReport(xml).write(report, String.format(Locale.ROOT, "%.3f", seconds));
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("the report cannot be written: " + e.getMessage(), e);
        }
    }

    private void write(TestReport report, String seconds) throws XMLStreamException {
        Map<String, List<CaseResult>> byFile = new TreeMap<>();
        for (CaseResult result : report.results()) {
            byFile.computeIfAbsent(result.file(), file -> new ArrayList<>()).add(result);
        }
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("testsuites");
        xml.writeAttribute("name", SUITES);
        counts(report.results());
        xml.writeAttribute("time", seconds);
        for (Map.Entry<String, List<CaseResult>> file : byFile.entrySet()) {
            xml.writeCharacters("\n  ");
            xml.writeStartElement("testsuite");
            xml.writeAttribute("name", printable(file.getKey()));
            counts(file.getValue());
            for (CaseResult result : file.getValue()) {
                write(result);
            }
            xml.writeCharacters("\n  ");
            xml.writeEndElement();
        }
        xml.writeCharacters("\n");
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.writeCharacters("\n");
    }

    private void counts(List<CaseResult> results) throws XMLStreamException {
        long failed = results.stream().filter(result -> !result.passed()).count();
        xml.writeAttribute("tests", String.valueOf(results.size()));
        xml.writeAttribute("failures", String.valueOf(failed));
        xml.writeAttribute("errors", "0");
        xml.writeAttribute("skipped", "0");
    }

    private void write(CaseResult result) throws XMLStreamException {
        xml.writeCharacters("\n    ");
        if (result.passed()) {
            xml.writeEmptyElement("testcase");
            attributes(result);
            return;
        }
        xml.writeStartElement("testcase");
        attributes(result);
        xml.writeCharacters("\n      ");
        xml.writeStartElement("failure");
        xml.writeAttribute("message", printable(result.failures().get(0)));
        xml.writeAttribute("type", "expectation");
        xml.writeCharacters(printable(String.join("\n", result.failures())));
        xml.writeEndElement();
        xml.writeCharacters("\n    ");
        xml.writeEndElement();
    }

    private void attributes(CaseResult result) throws XMLStreamException {
        xml.writeAttribute("classname", printable(result.file()));
        xml.writeAttribute("name", printable(result.name()));
        xml.writeAttribute("file", printable(result.file()));
        xml.writeAttribute("line", String.valueOf(result.line()));
    }

    /** XML 1.0 knows no other control characters than these, however they are written. */
    private static String printable(String text) {
        return text.codePoints()
                .map(c -> c >= ' ' && c != 0xFFFE && c != 0xFFFF && !(c >= 0xD800 && c <= 0xDFFF)
                                || c == '\n'
                                || c == '\t'
                        ? c
                        : '?')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
