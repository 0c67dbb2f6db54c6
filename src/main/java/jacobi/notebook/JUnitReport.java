package jacobi.notebook;

import static jacobi.language.Say.say;

import jacobi.notebook.CellResult.State;
import jacobi.wire.Ansi;
import java.io.IOException;
import java.io.OutputStream;
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
    private static final Pattern NOT_XML =
            Pattern.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd" + "\ud800\udc00-\udbff\udfff]");

    private JUnitReport() {}

    /**
     * Writes a report, making missing folders.
     *
     * @throws NotebookException if the place is not writable
     */
    public static void write(Path file, List<NotebookResult> results) throws NotebookException {
        try {
            Replacement.write(Files.exists(file) ? file.toRealPath() : file, out -> write(out, results));
        } catch (IOException e) {
            throw new NotebookException(
                    say("notebook.report.not-written", "file", file, "reason", Replacement.reason(e)), e);
        }
    }

    private static void write(OutputStream out, List<NotebookResult> results) throws IOException {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            start(xml, "testsuites");
            for (NotebookResult result : results) {
                suite(xml, result);
            }
            xml.writeCharacters("\n");
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw e.getNestedException() instanceof IOException cause ? cause : new IOException(e);
        }
    }

    private static void suite(XMLStreamWriter xml, NotebookResult result) throws XMLStreamException {
        start(xml, "testsuite");
        attribute(xml, "name", result.file().toString());
        int problems = result.problems().size();
        long errors = problems + result.count(State.TIMED_OUT) + result.count(State.KERNEL_DIED);
        attribute(xml, "tests", Integer.toString(problems + result.cells().size()));
        attribute(xml, "failures", Long.toString(result.count(State.FAILED) + result.count(State.DIFFERS)));
        attribute(xml, "errors", Long.toString(errors));
        attribute(xml, "skipped", Long.toString(result.count(State.SKIPPED)));
        attribute(xml, "time", seconds(result.time()));
        for (NotebookResult.Problem problem : result.problems()) {
            start(xml, "testcase");
            attribute(xml, "classname", result.file().toString());
            attribute(xml, "name", problem.trouble().words());
            xml.writeStartElement("error");
            attribute(xml, "message", problem.message());
            xml.writeCharacters(clean(problem.message()));
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
        attribute(xml, "name", say("notebook.report.cell", "number", cell.cell(), "title", cell.title()));
        attribute(xml, "time", seconds(cell.time()));
        switch (cell.state()) {
            case RAN -> {
                // A case without a child passed.
            }
            case SKIPPED -> {
                xml.writeEmptyElement("skipped");
                if (cell.notes().contains(CellResult.Note.NOT_COMPARED)) {
                    attribute(xml, "message", say("notebook.report.not-compared"));
                }
            }
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
        return NOT_XML.matcher(Ansi.removed(text)).replaceAll("");
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.3f", time.toMillis() / 1000.0);
    }
}
