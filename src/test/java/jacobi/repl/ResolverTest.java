package jacobi.repl;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import jacobi.display.MimeBundle;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code %maven} over repositories that the test builds. */
@Timeout(300)
class ResolverTest {
    private static final String LOCAL = "maven.repo.local";

    private final CellTrial cells = new CellTrial("import java.util.*;");
    private String before;

    @TempDir
    Path folder;

    @BeforeEach
    void repository() throws IOException {
        before = System.setProperty(LOCAL, folder.resolve("local").toString());
        cells.runs("%mavenRepo built " + folder.resolve("remote").toUri());
        // Nobody on the network is asked.
        cells.runs("%mavenRepo central " + folder.resolve("central").toUri());
        for (String version : List.of("1.0", "1.2", "1.10")) {
            publish("tool", version);
        }
    }

    @AfterEach
    void close() {
        cells.close();
        if (before == null) {
            System.clearProperty(LOCAL);
        } else {
            System.setProperty(LOCAL, before);
        }
    }

    private void publish(String artifact, String version) throws IOException {
        Path home = Files.createDirectories(folder.resolve("remote/jacobi/built/" + artifact + "/" + version));
        Files.writeString(
                home.resolve(artifact + "-" + version + ".pom"),
                "<project><modelVersion>4.0.0</modelVersion><groupId>jacobi.built</groupId><artifactId>" + artifact
                        + "</artifactId><version>" + version + "</version></project>");
        BuiltJar.write(home.resolve(artifact + "-" + version + ".jar"), artifact + "/v.txt", version);
    }

    @Test
    void anUnknownVersionNamesTheNearest() {
        assertThat(cells.failure("%maven jacobi.built:tool:1.3").evalue())
                .contains("there is no jacobi.built:tool:1.3 in built")
                .endsWith("the nearest version is 1.2, the newest 1.10");
        assertThat(cells.runs("%classpath")).startsWith("No jar");
    }

    @Test
    void anUnknownNameNamesTheNearest() {
        assertThat(cells.failure("%maven jacobi.built:tol:1.0").evalue()).endsWith("there is jacobi.built:tool");
        assertThat(cells.failure("%maven jacobi.biult:tool:1.0").evalue()).endsWith("there is jacobi.built:tool");
        assertThat(cells.failure("%maven jacobi.biult:toool").evalue())
                .contains("there is no jacobi.biult:toool in built")
                .endsWith("there is jacobi.built:tool");
        assertThat(cells.failure("%maven jacobi.biult:hammer:1.0").evalue()).endsWith("there is jacobi.built");
        assertThat(cells.failure("%maven jacobi.built:hammer:1.0").evalue()).contains("is it spelt as on");
    }

    /** A server of the built repository that shows its folders, or keeps them to itself as many do. */
    private HttpServer serve(boolean showsFolders) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.createContext("/", exchange -> {
            Path asked = folder.resolve("remote" + exchange.getRequestURI().getPath());
            byte[] answer = null;
            if (Files.isRegularFile(asked)) {
                answer = Files.readAllBytes(asked);
            } else if (showsFolders && Files.isDirectory(asked)) {
                StringBuilder page = new StringBuilder("<h1>Index</h1><a href=\"../\">../</a>\n");
                for (Path file : Files.newDirectoryStream(asked)) {
                    String name = file.getFileName() + (Files.isDirectory(file) ? "/" : "");
                    page.append("<a href=\"" + name + "\" title=\"" + name + "\">" + name + "</a>\n");
                }
                answer = page.toString().getBytes(StandardCharsets.UTF_8);
            }
            exchange.sendResponseHeaders(answer == null ? 404 : 200, answer == null ? -1 : answer.length);
            if (answer != null) {
                exchange.getResponseBody().write(answer);
            }
            exchange.close();
        });
        server.start();
        cells.runs("%mavenRepo built http://localhost:" + server.getAddress().getPort());
        return server;
    }

    @Test
    void aServersFoldersAreReadWhereItShowsThem() throws IOException {
        HttpServer server = serve(true);
        try {
            assertThat(cells.failure("%maven jacobi.built:tol:1.0").evalue()).endsWith("there is jacobi.built:tool");
            assertThat(cells.failure("%maven jacobi.biult:tool").evalue()).endsWith("there is jacobi.built:tool");
            assertThat(cells.failure("%maven jacobi.built:tool:1.3").evalue())
                    .endsWith("the nearest version is 1.2, the newest 1.10");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aServerThatShowsNoFoldersIsAskedForItsListOfVersions() throws IOException {
        Files.writeString(
                folder.resolve("remote/jacobi/built/tool/maven-metadata.xml"),
                "<metadata><groupId>jacobi.built</groupId><artifactId>tool</artifactId><versioning><versions>"
                        + "<version>1.0</version><version>1.2</version><version>1.10</version>"
                        + "</versions></versioning></metadata>");
        HttpServer server = serve(false);
        try {
            assertThat(cells.failure("%maven jacobi.built:tool:1.3").evalue())
                    .contains("there is no jacobi.built:tool:1.3 in built")
                    .endsWith("the nearest version is 1.2, the newest 1.10");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void whatWasDownloadedBeforeNamesTheNearestWhereNoFoldersAreShown() throws IOException {
        HttpServer server = serve(false);
        try {
            assertThat(cells.failure("%maven jacobi.built:tol:1.0").evalue()).contains("is it spelt as on");
            cells.runs("%maven jacobi.built:tool:1.0");
            for (String wrong : List.of("jacobi.built:tol:1.0", "jacobi.built:tol", "jacobi.biult:tool:1.0")) {
                for (int time = 1; time <= 2; time++) {
                    assertThat(cells.failure("%maven " + wrong).evalue())
                            .as("what was asked for in vain is not offered, time " + time)
                            .endsWith("there is jacobi.built:tool");
                }
            }
            assertThat(cells.failure("%maven jacobi.biult:hammer:1.0").evalue())
                    .as("a group much like it that is not known to have it")
                    .contains("is it spelt as on");
            assertThat(cells.failure("%maven --offline jacobi.built:tool:1.2").evalue())
                    .contains("(jacobi.built:tool:1.2; the nearest version is 1.0)");
            assertThat(cells.failure("%maven --offline jacobi.built:toool:1.0").evalue())
                    .contains("(jacobi.built:toool:1.0; there is jacobi.built:tool)");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aRepositoryCalledCentralTakesMavenCentralsPlace() {
        assertThat(cells.failure("%maven junit:junit:4.13.2").evalue())
                .contains("there is no junit:junit:4.13.2 in built or central");
    }

    @Test
    void jarsAreAValue() {
        assertThat((List<?>) cells.value("List<String> jars = %maven jacobi.built:tool:1.0\njars"))
                .singleElement()
                .asString()
                .endsWith("tool-1.0.jar");
        assertThat(cells.runs("%classpath")).endsWith("tool-1.0.jar\n");
    }

    @Test
    void offlineTakesWhatIsThere() {
        assertThat(cells.failure("%maven --offline jacobi.built:tool:1.0").evalue())
                .contains("was not downloaded before", "jacobi.built:tool");
        cells.runs("%maven jacobi.built:tool:1.0\n%reset");
        try (CellTrial later = new CellTrial()) {
            later.runs("%mavenRepo built " + folder.resolve("gone").toUri());
            assertThat(later.runs("%maven --offline jacobi.built:tool:1.0")).isEqualTo("Added tool-1.0.jar\n");
        }
    }

    @Test
    void theNetworksOwnWordsAreTold() throws IOException {
        int port;
        try (ServerSocket taken = new ServerSocket(0)) {
            port = taken.getLocalPort();
        }
        cells.runs("%mavenRepo built http://localhost:" + port);
        assertThat(cells.failure("%maven jacobi.built:tool:1.0").evalue())
                .contains("http://localhost:" + port + " cannot be reached", "refused", "--offline");
    }

    /** What stands on the page of a download at this moment. */
    private String told() {
        if (cells.shown().isEmpty()) {
            return "";
        }
        MimeBundle updated = cells.updated(cells.idOfShown(0));
        return (updated == null ? cells.shown().get(0) : updated).plain();
    }

    @Test
    void aDownloadThatHangsIsShownAndStopsAtOnce() throws Exception {
        byte[] pom = Files.readAllBytes(folder.resolve("remote/jacobi/built/tool/1.0/tool-1.0.pom"));
        CountDownLatch hanging = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> {
            if (exchange.getRequestURI().getPath().endsWith("tool-1.0.pom")) {
                exchange.sendResponseHeaders(200, pom.length);
                exchange.getResponseBody().write(pom);
            } else if (exchange.getRequestURI().getPath().endsWith(".jar")) {
                exchange.sendResponseHeaders(200, 5_000_000);
                exchange.getResponseBody().write(new byte[1_500_000]);
                exchange.getResponseBody().flush();
                hanging.countDown();
                try {
                    over.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            } else {
                exchange.sendResponseHeaders(404, -1);
            }
            exchange.close();
        });
        server.start();
        try {
            cells.runs(
                    "%mavenRepo built http://localhost:" + server.getAddress().getPort());
            CompletableFuture<Void> stopping = CompletableFuture.runAsync(() -> {
                try {
                    hanging.await();
                    // On a busy machine the page is still about the file before for a moment.
                    while (!told().matches("Downloading tool-1.0.jar: .* of 5.0 MB")) {
                        Thread.sleep(10);
                    }
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                cells.java().interrupt();
            });
            assertThat(cells.failure("%maven jacobi.built:tool:1.0").ename()).isEqualTo("KeyboardInterrupt");
            stopping.join();
            assertThat(told()).isEqualTo("Downloaded: 1 file, 0.0 MB");
            assertThat(cells.value("1 + 1")).isEqualTo(2);
        } finally {
            over.countDown();
            server.stop(0);
        }
    }
}
