package jacobi.repl.completion;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import jacobi.repl.library.Library;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Comments and source of library code, from where they are: Jacobi's own jar, the JDK's {@code src.zip}, a {@code
 * -sources.jar} or {@code -javadoc.jar} beside a library's jar, or a jar of sources that was added itself.
 */
final class Documentation {
    /** Where the build puts the sources of what cells may call. */
    private static final String OWN = "jacobi-sources/";

    private static final String SOURCES = "sources";
    private static final String JAVADOC = "javadoc";

    private Documentation() {}

    /**
     * @param comment the documentation comment without its stars, or null
     * @param source the declaration's text, or null
     */
    record Found(String comment, String source) {
        static final Found NOTHING = new Found(null, null);
    }

    /**
     * @param libraries those the session has added
     */
    static Found of(Element element, Elements elements, List<Library> libraries) {
        TypeElement top = outermost(element);
        if (top == null) {
            return Found.NOTHING;
        }
        try {
            String text = source(top, elements, libraries);
            if (text != null) {
                return find(text, element);
            }
            Library library = library(top, libraries);
            String comment = library == null ? null : JavadocPage.comment(library.companion(JAVADOC), top, element);
            return new Found(comment, null);
        } catch (IOException e) {
            // A jar that cannot be read is as good as none.
            return Found.NOTHING;
        }
    }

    /** The library an element is of, if it came without sources and documentation; null if it is of none. */
    static Library lacking(Element element, List<Library> libraries) {
        TypeElement top = outermost(element);
        Library library = top == null ? null : library(top, libraries);
        boolean lacking = library != null
                && !Files.exists(library.companion(SOURCES))
                && !Files.exists(library.companion(JAVADOC));
        return lacking ? library : null;
    }

    private static Library library(TypeElement type, List<Library> libraries) {
        int dot = type.getQualifiedName().toString().lastIndexOf('.');
        String packageName = type.getQualifiedName().toString().substring(0, Math.max(0, dot));
        return libraries.stream()
                .filter(library -> library.packages().contains(packageName) && has(library, path(type) + ".class"))
                .findFirst()
                .orElse(null);
    }

    private static boolean has(Library library, String file) {
        if (Files.isDirectory(library.path())) {
            return Files.exists(library.path().resolve(file));
        }
        try (ZipFile jar = new ZipFile(library.path().toFile())) {
            return jar.getEntry(file) != null;
        } catch (IOException e) {
            return false;
        }
    }

    private static String path(TypeElement type) {
        return type.getQualifiedName().toString().replace('.', '/');
    }

    private static TypeElement outermost(Element element) {
        TypeElement type = null;
        for (Element e = element; e != null; e = e.getEnclosingElement()) {
            if (e instanceof TypeElement found) {
                type = found;
            }
        }
        return type;
    }

    private static String source(TypeElement type, Elements elements, List<Library> libraries) throws IOException {
        String file = path(type) + ".java";
        try (InputStream own = Documentation.class.getClassLoader().getResourceAsStream(OWN + file)) {
            if (own != null) {
                return new String(own.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
        var module = elements.getModuleOf(type);
        if (module != null && !module.isUnnamed()) {
            Path zip = Path.of(System.getProperty("java.home"), "lib", "src.zip");
            return entry(zip, module.getQualifiedName() + "/" + file);
        }
        Library library = library(type, libraries);
        String beside = library == null ? null : entry(library.companion(SOURCES), file);
        for (Library other : libraries) {
            if (beside == null && library != null && Files.isRegularFile(other.path())) {
                beside = entry(other.path(), file);
            }
        }
        return beside;
    }

    private static String entry(Path zip, String name) throws IOException {
        if (!Files.exists(zip)) {
            return null;
        }
        try (ZipFile file = new ZipFile(zip.toFile())) {
            ZipEntry entry = file.getEntry(name);
            return entry == null ? null : new String(file.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Found find(String text, Element wanted) {
        JavaFileObject file =
                new SimpleJavaFileObject(URI.create("string:///Source.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return text;
                    }
                };
        JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, diagnostic -> {}, List.of("-proc:none"), null, List.of(file));
        DocTrees trees = DocTrees.instance(task);
        Found[] found = {Found.NOTHING};
        try {
            for (CompilationUnitTree unit : task.parse()) {
                new TreePathScanner<Void, Void>() {
                    @Override
                    public Void visitClass(ClassTree tree, Void none) {
                        check(tree, tree.getSimpleName().toString());
                        return super.visitClass(tree, none);
                    }

                    @Override
                    public Void visitMethod(MethodTree tree, Void none) {
                        check(tree, tree.getName().toString());
                        return super.visitMethod(tree, none);
                    }

                    @Override
                    public Void visitVariable(VariableTree tree, Void none) {
                        check(tree, tree.getName().toString());
                        return super.visitVariable(tree, none);
                    }

                    private void check(Tree tree, String name) {
                        if (name.contentEquals(wanted.getSimpleName()) && isSame(getCurrentPath(), wanted)) {
                            long start = trees.getSourcePositions().getStartPosition(unit, tree);
                            long end = trees.getSourcePositions().getEndPosition(unit, tree);
                            found[0] = new Found(
                                    trees.getDocComment(getCurrentPath()), text.substring((int) start, (int) end));
                        }
                    }
                }.scan(unit, null);
            }
        } catch (IOException e) {
            return Found.NOTHING;
        }
        return found[0];
    }

    /** Whether a tree declares the element: same owner, and the same types of parameters by their simple names. */
    private static boolean isSame(TreePath path, Element wanted) {
        Tree owner = path.getParentPath().getLeaf();
        Element outer = wanted.getEnclosingElement();
        if (owner instanceof ClassTree type && !type.getSimpleName().contentEquals(outer.getSimpleName())) {
            return false;
        }
        if (path.getLeaf() instanceof ClassTree) {
            return wanted instanceof TypeElement;
        }
        if (!(path.getLeaf() instanceof MethodTree tree)) {
            return !(wanted instanceof ExecutableElement) && owner instanceof ClassTree;
        }
        if (!(wanted instanceof ExecutableElement method)
                || tree.getParameters().size() != method.getParameters().size()) {
            return false;
        }
        for (int i = 0; i < tree.getParameters().size(); i++) {
            String written = simple(tree.getParameters().get(i).getType().toString());
            if (!written.equals(simple(method.getParameters().get(i).asType().toString()))) {
                return false;
            }
        }
        return true;
    }

    private static String simple(String type) {
        return type.replaceAll("<.*>", "")
                .replaceAll("@[\\w.]+(\\([^)]*\\))? ?", "")
                .replaceAll("[\\w.]+\\.(?=\\w+)", "")
                .replace("...", "[]")
                .replace(" ", "");
    }
}
