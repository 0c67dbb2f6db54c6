package jacobi.notebook;

import jacobi.notebook.CellResult.State;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The results of a run in the XML form of JUnit, which continuous integration servers read: a suite a notebook, a case a cell. */
public final class JUnitReport {
    private static final Pattern NOT_XML = Pattern.compile(
            "\u001b\\[[0-9;]*[A-Za-z]|[^\t\n\r\u0020-\ud7ff\ue000-\ufffd" + "\ud800\udc00-\udbff\udfff]");

    private JUnitReport() {}

    /**
     * Writes a report, making missing folders.
     *
     * @throws NotebookException if the place is not writable
     */
    public static void write(Path file, List<NotebookResult> results) throws NotebookException {
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
                XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
                xml.writeStartDocument("UTF-8", "1.0");
                start(xml, "testsuites");
                for (NotebookResult result : results) {
                    suite(xml, result);
                }
                xml.writeCharacters("\n");
                xml.writeEndDocument();
                xml.close();
            }
        } catch (IOException | XMLStreamException e) {
            throw new NotebookException(file + ": the report cannot be written (" + e.getMessage() + ")", e);
        }
    }

    private static void suite(XMLStreamWriter xml, NotebookResult result) throws XMLStreamException {
        start(xml, "testsuite");
        attribute(xml, "name", result.file().toString());
        boolean started = result.startError().isEmpty();
        long errors = result.count(State.TIMED_OUT) + result.count(State.KERNEL_DIED);
        attribute(xml, "tests", Integer.toString(started ? result.cells().size() : 1));
        attribute(xml, "failures", Long.toString(result.count(State.FAILED) + result.count(State.DIFFERS)));
        attribute(xml, "errors", Long.toString(started ? errors : 1));
        attribute(xml, "skipped", Long.toString(result.count(State.SKIPPED)));
        attribute(xml, "time", seconds(result.time()));
        if (!result.startError().isEmpty()) {
            start(xml, "testcase");
            attribute(xml, "classname", result.file().toString());
            attribute(xml, "name", "kernel");
            xml.writeStartElement("error");
            xml.writeCharacters(clean(result.startError()));
            xml.writeEndElement();
            xml.writeEndElement();
        }
        for (CellResult cell : result.cells()) {
            testCase(xml, result, cell);
        }
        xml.writeCharacters("\n");
        xml.writeEndElement();
    }

    private static void testCase(XMLStreamWriter xml, NotebookResult result, CellResult cell)
            throws XMLStreamException {
        start(xml, "testcase");
        attribute(xml, "classname", result.file().toString());
        attribute(xml, "name", "cell " + cell.cell() + ": " + cell.title());
        attribute(xml, "time", seconds(cell.time()));
        switch (cell.state()) {
            case RAN -> {
                // A case without a child passed.
            }
            case SKIPPED -> xml.writeEmptyElement("skipped");
            case FAILED, DIFFERS -> problem(xml, "failure", cell);
            case TIMED_OUT, KERNEL_DIED -> problem(xml, "error", cell);
        }
        xml.writeEndElement();
    }

    private static void problem(XMLStreamWriter xml, String element, CellResult cell) throws XMLStreamException {
        xml.writeStartElement(element);
        attribute(xml, "message", cell.error());
        attribute(xml, "type", cell.state().name());
        xml.writeCharacters(clean(cell.source() + "\n\n" + String.join("\n", cell.details())));
        xml.writeEndElement();
    }

    private static void start(XMLStreamWriter xml, String element) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement(element);
    }

    private static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, clean(value));
    }

    private static String clean(String text) {
        return NOT_XML.matcher(text).replaceAll("");
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.3f", time.toMillis() / 1000.0);
    }
}
