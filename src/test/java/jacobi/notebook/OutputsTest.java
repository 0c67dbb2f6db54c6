package jacobi.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutputsTest {
    private Outputs outputs = new Outputs();
    private NotebookCell first;
    private NotebookCell second;

    @BeforeEach
    void twoCells() throws NotebookException {
        Notebook notebook = Notebook.parse("""
            {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [
             {"cell_type": "code", "id": "a", "source": "", "outputs": [], "metadata": {}},
             {"cell_type": "code", "id": "b", "source": "", "outputs": [], "metadata": {}}]}\
            """, "it");
        first = notebook.cells().get(0);
        second = notebook.cells().get(1);
        outputs.begin(first);
    }

    @Test
    void textOfOneStreamIsOneOutputUntilSomethingElseIsShown() {
        print("a");
        print("b\nc");
        send("stream", "{'name': 'stderr', 'text': 'oh'}");
        print("d");
        outputs.settle();
        assertOutputs(
                first,
                "[{'name':'stdout','output_type':'stream','text':['ab\\n','c']},"
                        + "{'name':'stderr','output_type':'stream','text':['oh']},"
                        + "{'name':'stdout','output_type':'stream','text':['d']}]");
    }

    @Test
    void aProgressBarLeavesItsLastState() {
        print("10%\r50%");
        print("\r100%\ndonk\b\be");
        outputs.settle();
        assertOutputs(first, "[{'name':'stdout','output_type':'stream','text':['100%\\n','doe']}]");
    }

    @Test
    void bundlesAreStoredWithSortedKeysAndTextInLines() {
        send(
                "execute_result",
                "{'execution_count': 4, 'metadata': {}, 'data': {'text/plain': 'a\\nb', 'image/png': 'QUJD\\n',"
                        + " 'application/json': {'b': 1, 'a': 2}, 'image/svg+xml': '<svg/>'}}");
        assertOutputs(
                first,
                "[{'data':{'application/json':{'a':2,'b':1},'image/png':'QUJD\\n','image/svg+xml':['<svg/>'],"
                        + "'text/plain':['a\\n','b']},"
                        + "'execution_count':4,'metadata':{},'output_type':'execute_result'}]");
    }

    @Test
    void aWidgetIsStoredInAFormThatNeedsNoKernel() {
        send(
                "display_data",
                "{'metadata': {}, 'data': {'text/plain': 'a',"
                        + " 'application/vnd.jupyter.widget-view+json': {'model_id': 'm'}}}");
        assertOutputs(first, "[{'data':{'text/plain':['a']},'metadata':{},'output_type':'display_data'}]");
    }

    @Test
    void anUpdateChangesWhatWasShownUnderItsIdInEveryCellAndAddsNothing() {
        show("one", "d");
        outputs.begin(second);
        show("two", "d");
        show("other", "e");
        send("update_display_data", shown("three", "d"));
        assertThat(texts(first)).containsExactly("three");
        assertThat(texts(second)).containsExactly("three", "other");
    }

    @Test
    void clearingEmptiesTheCellAtOnceOrWithTheNextOutput() {
        print("a");
        send("clear_output", "{'wait': true}");
        show("b", "d");
        assertThat(texts(first)).containsExactly("b");
        send("clear_output", "{'wait': false}");
        assertThat(first.outputs()).isEmpty();
        send("update_display_data", shown("late", "d"));
        print("c");
        outputs.settle();
        assertOutputs(first, "[{'name':'stdout','output_type':'stream','text':['c']}]");
    }

    @Test
    void aWaitingClearWithoutFurtherOutputLeavesWhatIsShown() {
        show("kept", "d");
        send("clear_output", "{'wait': true}");
        outputs.begin(second);
        show("b", "e");
        assertThat(texts(first)).containsExactly("kept");
    }

    @Test
    void aCellThatShowsMoreThanItMayIsCutThereAndSaysSo() {
        outputs = new Outputs(1000);
        outputs.begin(first);
        for (int i = 0; i < 1000; i++) {
            print("123456789\n");
        }
        show("late", "d");
        outputs.settle();
        assertThat(outputs.isCut()).isTrue();
        assertThat(Lines.join(first.outputs().get(0).get("text"))).isEqualTo("123456789\n".repeat(100));
        assertThat(first.outputs()).hasSize(2);
        assertThat(Lines.join(first.outputs().get(1).get("text"))).contains("Output cut here", "--max-output");
        send("error", "{'ename': 'E', 'evalue': 'v', 'traceback': []}");
        assertThat(first.outputs()).as("an error is told in any case").hasSize(3);
        outputs.begin(second);
        print("next");
        outputs.settle();
        assertThat(outputs.isCut()).isFalse();
        assertThat(second.outputs()).hasSize(1);
    }

    @Test
    void picturesWithoutEndAreCutToo() {
        outputs = new Outputs(1000);
        outputs.begin(first);
        for (int i = 0; i < 100; i++) {
            show("x".repeat(90), "d" + i);
        }
        assertThat(first.outputs()).hasSizeBetween(5, 11);
        send("update_display_data", shown("y".repeat(1000), "d0"));
        assertThat(texts(first).get(0))
                .as("an update does not fill the memory either")
                .startsWith("x");
    }

    @Test
    void whatIsReplacedClearedOrOverwrittenDoesNotCount() {
        outputs = new Outputs(1000);
        outputs.begin(first);
        show("start", "d");
        for (int i = 0; i < 1000; i++) {
            send("update_display_data", shown("step " + i, "d"));
            print("\r" + i + "% done");
        }
        outputs.settle();
        assertThat(outputs.isCut()).isFalse();
        assertThat(texts(first)).containsExactly("step 999");
        assertThat(Lines.join(first.outputs().get(1).get("text"))).isEqualTo("999% done");
        for (int i = 0; i < 100; i++) {
            send("clear_output", "{'wait': true}");
            show("x".repeat(500), "e");
        }
        assertThat(outputs.isCut()).isFalse();
        assertThat(first.outputs()).hasSize(1);
    }

    private void print(String text) {
        accept(
                "stream",
                NotebookJson.MAPPER.createObjectNode().put("name", "stdout").put("text", text));
    }

    private void show(String text, String id) {
        send("display_data", shown(text, id));
    }

    private static String shown(String text, String id) {
        return "{'data': {'text/plain': '" + text + "'}, 'metadata': {}, 'transient': {'display_id': '" + id + "'}}";
    }

    private void send(String type, String content) {
        try {
            accept(type, NotebookJson.read(content.replace('\'', '"')));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(content, e);
        }
    }

    private void accept(String type, JsonNode content) {
        outputs.accept(type, content);
    }

    private static List<String> texts(NotebookCell cell) {
        return cell.outputs().findValues("text/plain").stream().map(Lines::join).toList();
    }

    private static void assertOutputs(NotebookCell cell, String expected) {
        assertThat(cell.outputs().toString()).isEqualTo(expected.replace('\'', '"'));
    }
}
