package jacobi.repl.magic;

import static jacobi.language.Say.say;

import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.maven.model.building.ModelBuildingException;
import org.apache.maven.model.building.ModelProblem;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.repository.WorkspaceReader;
import org.eclipse.aether.repository.WorkspaceRepository;
import org.eclipse.aether.resolution.ArtifactDescriptorException;
import org.eclipse.aether.resolution.ArtifactDescriptorPolicy;
import org.eclipse.aether.resolution.ArtifactDescriptorRequest;
import org.eclipse.aether.resolution.ArtifactDescriptorResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * A pom.xml, read as Maven reads that of an artifact: with parents, properties, imported lists of versions and all else
 * that makes up its effective model. To the resolver it is an artifact of a workspace of its own.
 */
final class Pom {
    private static final Artifact SELF = new DefaultArtifact("jacobi.session", "pom", "pom", "1");
    private static final Set<String> SCOPES = Set.of("", "compile", "runtime");
    /** Where elements belong that may stand alone in a cell. */
    private static final Map<String, String> HOMES = Map.of("dependency", "dependencies", "repository", "repositories");

    private Pom() {}

    /**
     * What a program with this pom runs with.
     *
     * @param remote the repositories to look in beside those the pom names
     */
    static CollectRequest read(
            Path file, RepositorySystem system, RepositorySystemSession settings, List<RemoteRepository> remote)
            throws MagicException {
        DefaultRepositorySystemSession session = new DefaultRepositorySystemSession(settings);
        session.setWorkspaceReader(new Workspace(file.toAbsolutePath().toFile()));
        session.setArtifactDescriptorPolicy((any, request) -> ArtifactDescriptorPolicy.STRICT);
        try {
            ArtifactDescriptorResult pom =
                    system.readArtifactDescriptor(session, new ArtifactDescriptorRequest(SELF, remote, null));
            List<Dependency> wanted = pom.getDependencies().stream()
                    .filter(dependency -> SCOPES.contains(dependency.getScope()))
                    // Only a test or a build of it could do without.
                    .map(dependency -> dependency.setOptional(false))
                    .toList();
            if (wanted.isEmpty()) {
                throw new MagicException(say("magic.pom.no-dependency-scope-compile"));
            }
            CollectRequest request = new CollectRequest(wanted, pom.getManagedDependencies(), null);
            request.setRepositories(system.newResolutionRepositories(settings, join(remote, pom.getRepositories())));
            return request;
        } catch (ArtifactDescriptorException e) {
            throw new MagicException(say("magic.pom.pom-cannot-read", "reason", reason(e)), e);
        }
    }

    /** On one line: of Maven's report the problems alone. */
    private static String reason(ArtifactDescriptorException failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && !(cause instanceof ModelBuildingException)) {
            cause = cause.getCause();
        }
        String reason = cause instanceof ModelBuildingException building
                ? building.getProblems().stream()
                        .filter(problem -> problem.getSeverity() != ModelProblem.Severity.WARNING)
                        .map(Pom::problem)
                        .distinct()
                        .collect(Collectors.joining("; "))
                : String.valueOf(cause.getMessage());
        return reason.replace(SELF.toString(), "it").replaceAll("\\s+", " ").strip();
    }

    private static String problem(ModelProblem problem) {
        return problem.getMessage()
                .replaceFirst("^Non-(?:read|pars)e?able POM \\S+: ", "")
                // What the parser had read last, in its own words.
                .replaceFirst("(?s),? *parser stopped on .*", "");
    }

    private static List<RemoteRepository> join(List<RemoteRepository> first, List<RemoteRepository> more) {
        List<RemoteRepository> all = new ArrayList<>(first);
        more.stream()
                .filter(one -> first.stream().noneMatch(known -> known.getUrl().equals(one.getUrl())))
                .forEach(all::add);
        return all;
    }

    /** A whole pom of what stands in a cell, which may be some of its elements only. */
    static String whole(String text) throws MagicException {
        try {
            DocumentBuilderFactory parsers = DocumentBuilderFactory.newDefaultInstance();
            parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            String typed = text.strip().replaceFirst("^<\\?xml.*?\\?>", "");
            DocumentBuilder parser = parsers.newDocumentBuilder();
            // The default handler prints what it also throws.
            parser.setErrorHandler(new DefaultHandler());
            Document found = parser.parse(new InputSource(new StringReader("<project>" + typed + "</project>")));
            Element project = found.getDocumentElement();
            Node first = project.getFirstChild();
            while (first != null && first.getNodeType() != Node.ELEMENT_NODE) {
                first = first.getNextSibling();
            }
            if (first != null && first.getNodeName().equals("project")) {
                return typed;
            }
            for (Node node = project.getFirstChild(), next; node != null; node = next) {
                next = node.getNextSibling();
                String home = HOMES.get(node.getNodeName());
                if (home != null) {
                    child(project, home).appendChild(node);
                }
            }
            Map.of("modelVersion", "4.0.0", "artifactId", "cell", "groupId", "cell", "version", "1")
                    .forEach((name, value) -> child(project, name).setTextContent(value));
            Transformer writer = TransformerFactory.newDefaultInstance().newTransformer();
            writer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            StringWriter out = new StringWriter();
            writer.transform(new DOMSource(project), new StreamResult(out));
            return out.toString();
        } catch (SAXException e) {
            throw new MagicException(say("magic.pom.no-xml", "reason", e.getMessage()), e);
        } catch (IOException | ParserConfigurationException | TransformerException e) {
            throw new IllegalStateException("text in memory is read and written", e);
        }
    }

    private static Element child(Element project, String name) {
        for (Node node = project.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node.getNodeName().equals(name)) {
                return (Element) node;
            }
        }
        return (Element) project.appendChild(project.getOwnerDocument().createElement(name));
    }

    /** Has the pom itself, and nothing else. */
    private static final class Workspace implements WorkspaceReader {
        private final WorkspaceRepository repository = new WorkspaceRepository("pom");
        private final File file;

        Workspace(File file) {
            this.file = file;
        }

        @Override
        public WorkspaceRepository getRepository() {
            return repository;
        }

        @Override
        public File findArtifact(Artifact artifact) {
            boolean self = artifact.getGroupId().equals(SELF.getGroupId())
                    && artifact.getArtifactId().equals(SELF.getArtifactId());
            return self ? file : null;
        }

        @Override
        public List<String> findVersions(Artifact artifact) {
            return List.of();
        }
    }
}
