package jacobi.repl.completion;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** A page as javadoc writes it, of 8 and of later releases: the comment a declaration had. */
final class JavadocPage {
    private static final Pattern BLOCK = Pattern.compile("(?s)<div class=\"block\">(.*?)</div>");
    private static final Pattern NEXT =
            Pattern.compile("<section class=\"detail\"|<ul class=\"blockList\">|<a (?:name|id)=");
    private static final Pattern NOTE = Pattern.compile("(?s)<dt>(.*?)</dt>|<dd>(.*?)</dd>");
    private static final Pattern NAMED = Pattern.compile("(?s)<code>(?:<a [^>]*>)?(.*?)(?:</a>)?</code>\\s*-?\\s*(.*)");
    private static final Map<String, String> TAGS =
            Map.of("Parameters:", "param", "Returns:", "return", "Throws:", "throws", "Since:", "since");

    private JavadocPage() {}

    /**
     * The comment of an element, as sources have it; null where the jar, the page or the comment is missing.
     *
     * @param top the class the page's name begins with
     */
    static String comment(Path jar, TypeElement top, Element element) throws IOException {
        if (!Files.exists(jar)) {
            return null;
        }
        TypeElement type = (TypeElement) (element instanceof TypeElement ? element : element.getEnclosingElement());
        String packageName = top.getEnclosingElement().toString();
        String inPackage = type.getQualifiedName().toString().substring(packageName.length() + 1);
        String file = packageName.replace('.', '/') + "/" + inPackage + ".html";
        try (ZipFile pages = new ZipFile(jar.toFile())) {
            ZipEntry page = pages.stream()
                    .filter(entry ->
                            entry.getName().equals(file) || entry.getName().endsWith("/" + file))
                    .findFirst()
                    .orElse(null);
            return page == null
                    ? null
                    : comment(new String(pages.getInputStream(page).readAllBytes(), StandardCharsets.UTF_8), element);
        }
    }

    private static String comment(String page, Element element) {
        if (element instanceof TypeElement) {
            int start = Math.max(page.indexOf("class=\"class-description\""), page.indexOf("class=\"description\""));
            return start < 0 ? null : block(page.substring(start, end(page, start)));
        }
        for (String anchor : anchors(element)) {
            Matcher place = Pattern.compile("(?:id|name)=\"" + Pattern.quote(anchor) + "\"")
                    .matcher(page);
            if (place.find()) {
                return block(page.substring(place.end(), end(page, place.end())));
            }
        }
        return null;
    }

    private static int end(String page, int start) {
        Matcher next = NEXT.matcher(page);
        return next.find(start) ? next.start() : page.length();
    }

    private static String block(String section) {
        Matcher block = BLOCK.matcher(section);
        String text = block.find() ? block.group(1).strip() : "";
        StringBuilder comment = new StringBuilder(text);
        Matcher notes = NOTE.matcher(section);
        String tag = null;
        while (notes.find()) {
            if (notes.group(1) != null) {
                tag = TAGS.get(notes.group(1).replaceAll("<[^>]+>", "").strip());
            } else if (tag != null) {
                Matcher named = NAMED.matcher(notes.group(2).strip());
                boolean about = (tag.equals("param") || tag.equals("throws")) && named.matches();
                comment.append("\n@")
                        .append(tag)
                        .append(' ')
                        .append(
                                about
                                        ? named.group(1) + " " + named.group(2)
                                        : notes.group(2).strip());
            }
        }
        return comment.isEmpty() ? null : comment.toString();
    }

    /** How releases of javadoc name the place of a member. */
    private static List<String> anchors(Element element) {
        String name = element.getSimpleName().toString();
        if (!(element instanceof ExecutableElement method)) {
            return List.of(name);
        }
        List<String> types = new ArrayList<>();
        for (VariableElement parameter : method.getParameters()) {
            types.add(text(parameter.asType()));
        }
        int last = types.size() - 1;
        if (method.isVarArgs()) {
            types.set(last, types.get(last).replaceFirst("\\[]$", "..."));
        }
        String made = element.getEnclosingElement().getSimpleName().toString();
        boolean constructor = name.equals("<init>");
        String list = "(" + String.join(",", types) + ")";
        String old = "-" + String.join("-", types).replace("[]", ":A") + "-";
        return List.of(
                (constructor ? "&lt;init&gt;" : name) + list,
                (constructor ? made : name) + list,
                (constructor ? made : name) + old);
    }

    private static String text(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return text(array.getComponentType()) + "[]";
        }
        return type instanceof DeclaredType declared
                ? ((TypeElement) declared.asElement()).getQualifiedName().toString()
                : type.toString();
    }
}
