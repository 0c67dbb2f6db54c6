package jacobi.notation;

import jacobi.operation.Also;
import jacobi.operation.Default;
import jacobi.operation.Named;
import jacobi.source.Token;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words notation may write: methods of Jacobi's classes and functions the prelude imports, with the names of their
 * parameters, all found by reflection, so that a method added to a class is known here at once.
 *
 * <p>Names are Java's. {@link #camel} turns PyTorch's {@code requires_grad} into them; the few that differ otherwise,
 * as NumPy's {@code axis} for {@code dim}, stand in {@link #ALIASES} or at the parameter, in {@link Also}; what a
 * parameter is when it is left out says its {@link Default}. Safe for use by several threads.
 */
public final class Vocabulary {

    /** Other names of parameters, as NumPy and the book use them. */
    private static final Map<String, List<String>> ALIASES = Map.of(
            "axis", List.of("dim", "dims", "axes"),
            "dim", List.of("axis", "axes", "dims"),
            "axes", List.of("axis", "dims"),
            "dims", List.of("axes", "axis"),
            "keepdims", List.of("keepdim"),
            "keepdim", List.of("keepdims"),
            "dtype", List.of("type"),
            "size", List.of("shape"),
            "shape", List.of("size"),
            "input", List.of("x", "a"));

    /** Where parameters have PyTorch's names; elsewhere they are NumPy's, pandas' and matplotlib's. */
    private static final List<String> PYTORCH = List.of("jacobi.tensor.", "jacobi.nn.", "jacobi.linalg.");

    private static final Map<String, String> PYTORCH_NAMES =
            Map.of("axis", "dim", "axes", "dim", "type", "dtype", "x", "input", "a", "input");

    private static final Set<String> TENSOR_ATTRIBUTES = Set.of(
            "shape", "dtype", "T", "mT", "H", "ndim", "grad", "data", "requiresGrad", "isLeaf", "gradFn", "device");

    /** Methods of what a call returns that set what an argument of the call names, matplotlib's keywords above all. */
    private static final Set<String> SETTINGS = Set.of(
            "requiresGrad_",
            "alpha",
            "axis",
            "bbox",
            "cmap",
            "color",
            "edgecolor",
            "facecolor",
            "figsize",
            "fill",
            "fmts",
            "fontsize",
            "fontweight",
            "framing",
            "grid",
            "ha",
            "hatch",
            "insetTitle",
            "label",
            "legend",
            "legendAt",
            "linestyle",
            "linewidth",
            "marker",
            "markersize",
            "rotation",
            "suptitle",
            "theme",
            "title",
            "va",
            "xlabel",
            "xlim",
            "xscale",
            "xticks",
            "ylabel",
            "ylim",
            "yscale",
            "yticks",
            "zlabel",
            "zlim",
            "zorder");

    /** Matplotlib's short names of settings. */
    private static final Map<String, String> SHORT = Map.of(
            "c",
            "color",
            "ec",
            "edgecolor",
            "fc",
            "facecolor",
            "ls",
            "linestyle",
            "lw",
            "linewidth",
            "ms",
            "markersize");

    private static final Pattern STATIC_IMPORT = Pattern.compile("import\\s+static\\s+(jacobi\\.[\\w.]+)\\.\\*\\s*;");
    private static final Pattern IMPORT = Pattern.compile("import\\s+(jacobi\\.[\\w.]+)\\.(\\*|\\w+)\\s*;");

    private static final Pattern ANY_IMPORT = Pattern.compile("\\s*import\\s+(static\\s+)?([\\w.]+)\\.(\\*|\\w+)\\s*;");

    /** Reflection gives methods in no order; what notation writes must not depend on it. */
    private static final Comparator<Method> BY_SIGNATURE = Comparator.comparing(Method::toString);

    /** The public methods of a class by name; {@code getMethods} copies hundreds at each call. */
    private static final ClassValue<Map<String, List<Method>>> METHODS = new ClassValue<>() {
        @Override
        protected Map<String, List<Method>> computeValue(Class<?> type) {
            return Arrays.stream(type.getMethods())
                    .filter(m -> !m.isBridge())
                    .sorted(BY_SIGNATURE)
                    .collect(Collectors.groupingBy(Method::getName));
        }
    };

    private final ClassLoader loader;
    private final List<String> imports;
    private final Map<String, List<Method>> functions = new HashMap<>();
    private final Map<String, List<Method>> namedForms = new HashMap<>();
    private final Map<String, String> owners = new HashMap<>();
    private final Map<String, Optional<Class<?>>> classes = new ConcurrentHashMap<>();
    private final List<String> packages = new ArrayList<>();

    private Vocabulary(List<String> imports, ClassLoader loader) {
        this.imports = List.copyOf(imports);
        this.loader = loader;
    }

    /**
     * The vocabulary of a session.
     *
     * @param imports the prelude's lines; the classes of {@code jacobi} they import give the names
     * @param loader where those classes are found; a class that is missing is left out
     */
    public static Vocabulary of(List<String> imports, ClassLoader loader) {
        Vocabulary vocabulary = new Vocabulary(imports, loader);
        for (String line : imports) {
            Matcher functions = STATIC_IMPORT.matcher(line);
            Matcher names = IMPORT.matcher(line);
            if (functions.lookingAt()) {
                vocabulary.find(functions.group(1)).ifPresent(vocabulary::addFunctions);
            } else if (names.lookingAt()) {
                vocabulary.packages.add(names.group(1));
            }
        }
        return vocabulary;
    }

    /** The import lines that a text of these words needs, one below the other, with an empty line after them. */
    String importsOf(List<Token> tokens) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).kind() == Token.Kind.NAME
                    && (i == 0 || !tokens.get(i - 1).is("."))) {
                names.add(tokens.get(i).text());
            }
        }
        StringBuilder needed = new StringBuilder();
        for (String line : imports) {
            Matcher parts = ANY_IMPORT.matcher(line);
            if (parts.lookingAt() && names.stream().anyMatch(n -> gives(parts, n))) {
                needed.append(line.strip()).append('\n');
            }
        }
        return needed.isEmpty() ? "" : needed.append('\n').toString();
    }

    /** Whether an import line gives {@code name} a meaning. */
    private boolean gives(Matcher line, String name) {
        boolean all = line.group(3).equals("*");
        if (!all && !line.group(3).equals(name)) {
            return false;
        }
        if (line.group(1) == null) {
            return !all || find(line.group(2) + "." + name).isPresent();
        }
        return !all
                || find(line.group(2))
                        .map(c -> Arrays.stream(c.getMethods())
                                        .anyMatch(m -> Modifier.isStatic(m.getModifiers())
                                                && m.getName().equals(name))
                                || Arrays.stream(c.getFields())
                                        .anyMatch(f -> f.getName().equals(name)))
                        .orElse(false);
    }

    /** The class a cell may name before a function, as {@code Tensors} in {@code Tensors.sub(3, x)}. */
    String ownerOf(String function) {
        return owners.get(function);
    }

    private void addFunctions(Class<?> type) {
        for (Method method :
                Arrays.stream(type.getMethods()).sorted(BY_SIGNATURE).toList()) {
            if (Modifier.isStatic(method.getModifiers())) {
                owners.putIfAbsent(method.getName(), type.getSimpleName());
                functions
                        .computeIfAbsent(method.getName(), n -> new ArrayList<>())
                        .add(method);
                Named named = method.getAnnotation(Named.class);
                if (named != null) {
                    namedForms
                            .computeIfAbsent(named.value(), n -> new ArrayList<>())
                            .add(method);
                }
            }
        }
    }

    /** The class of that qualified name, if there is one. */
    Optional<Class<?>> find(String type) {
        return type == null
                ? Optional.empty()
                : classes.computeIfAbsent(type, name -> {
                    try {
                        return Optional.of(Class.forName(name, false, loader));
                    } catch (ClassNotFoundException | LinkageError e) {
                        return Optional.empty();
                    }
                });
    }

    /** Jacobi's class a cell calls by its simple name, if the prelude imports one. */
    Optional<Class<?>> findSimple(String name) {
        return packages.stream()
                .map(p -> p.endsWith("." + name) ? p : p + "." + name)
                .flatMap(n -> find(n).stream())
                .findFirst();
    }

    /** Jacobi's class of that qualified name; classes of students and libraries have operators of no kind. */
    Optional<Class<?>> jacobi(String type) {
        return type != null && isOwn(type) ? find(type) : Optional.empty();
    }

    /** Whether a class, by its qualified name, is one notation knows the words of. */
    static boolean isOwn(String type) {
        return type.startsWith("jacobi.");
    }

    /** Whether a method, by its name, may set what an argument with a name says of a call's result. */
    static boolean isSetting(String method) {
        return SETTINGS.contains(method);
    }

    /** What a setting is called that an argument may name in short. */
    static String setting(String name) {
        return SHORT.getOrDefault(name, name);
    }

    /** The functions of another name that take the named arguments of calls of {@code name}. */
    List<Method> namedForms(String name) {
        return namedForms.getOrDefault(name, List.of());
    }

    /** The functions a cell may call by that name alone. */
    List<Method> functions(String name) {
        return functions.getOrDefault(name, List.of());
    }

    /** The public methods of that name. */
    static List<Method> methods(Class<?> type, String name) {
        return METHODS.get(type).getOrDefault(name, List.of());
    }

    /**
     * The method of no parameters that {@code x.name} means, or null where Java has a field or nobody has a method. Of
     * a tensor's many only those that are attributes in PyTorch, so that a forgotten pair of brackets stays an error.
     */
    static Method attribute(Class<?> type, String name) {
        if (type.getName().equals(Rewriter.TENSOR) && !TENSOR_ATTRIBUTES.contains(camel(name)) || name.endsWith("_")) {
            return null;
        }
        try {
            type.getField(name);
            return null;
        } catch (NoSuchFieldException e) {
            // The usual case: attributes are methods.
        }
        for (String spelling : List.of(name, camel(name))) {
            for (Method method : methods(type, spelling)) {
                if (method.getParameterCount() == 0 && method.getReturnType() != void.class) {
                    return method;
                }
            }
        }
        return null;
    }

    /** {@code requiresGrad_} for {@code requires_grad_}: an underscore at the end stays. */
    public static String camel(String name) {
        StringBuilder camel = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '_' && i > 0 && i + 1 < name.length() && Character.isLetterOrDigit(name.charAt(i + 1))) {
                camel.append(Character.toUpperCase(name.charAt(++i)));
            } else {
                camel.append(c);
            }
        }
        return camel.toString();
    }

    /** What a parameter of that name may be called in Java, best first. */
    static List<String> spellings(String name) {
        List<String> spellings = new ArrayList<>(List.of(name));
        if (!camel(name).equals(name)) {
            spellings.add(camel(name));
        }
        spellings.addAll(ALIASES.getOrDefault(name, List.of()));
        return spellings;
    }

    /** The names a parameter is offered by, best first: PyTorch's spelling of what is PyTorch's, then Java's. */
    static List<String> offered(String owner, String parameter) {
        boolean torch = PYTORCH.stream().anyMatch(owner::startsWith);
        String best = torch
                ? PYTORCH_NAMES.getOrDefault(
                        parameter,
                        parameter.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT))
                : parameter;
        return best.equals(parameter) ? List.of(parameter) : List.of(best, parameter);
    }

    /** What calling it gives: what a method returns, or what a constructor makes. */
    static Class<?> result(Executable callable) {
        return callable instanceof Method method ? method.getReturnType() : callable.getDeclaringClass();
    }

    /** The names of a method's parameters; the compiler keeps them in Jacobi's classes. */
    static List<String> parameters(Executable method) {
        List<String> names = new ArrayList<>();
        for (var parameter : method.getParameters()) {
            names.add(parameter.getName());
        }
        return names;
    }

    /** Java's text for what a parameter is when nothing is given for it, or null where something must be. */
    static String usual(Executable method, int parameter) {
        Default usual = method.getParameters()[parameter].getAnnotation(Default.class);
        return usual == null ? null : usual.value();
    }

    /** Whether only its name says that an argument is for a parameter, while others are left out. */
    static boolean isByName(Executable method, int parameter) {
        Default usual = method.getParameters()[parameter].getAnnotation(Default.class);
        return usual != null && usual.byName();
    }

    /** Which parameter of a method an argument of that name is for; −1 if none. */
    static int parameter(Executable method, String name) {
        List<String> parameters = parameters(method);
        for (String spelling : spellings(name)) {
            int found = parameters.indexOf(spelling);
            if (found >= 0) {
                return found;
            }
        }
        for (int i = 0; i < parameters.size(); i++) {
            Also also = method.getParameters()[i].getAnnotation(Also.class);
            if (also != null && List.of(also.value()).contains(camel(name))) {
                return i;
            }
        }
        return -1;
    }

    /** The one type all of {@code methods} return, as {@link Compilation#typeOf} says it; null where they differ. */
    static String commonType(List<Method> methods) {
        Map<String, Method> types = new LinkedHashMap<>();
        for (Method method : methods) {
            boolean generic = !(method.getGenericReturnType() instanceof Class<?>
                    || method.getGenericReturnType() instanceof ParameterizedType);
            types.put(generic ? "?" : nameOf(method.getReturnType()), method);
        }
        String only = types.size() == 1 ? types.keySet().iterator().next() : "?";
        return only.equals("?") ? null : only;
    }

    static String nameOf(Class<?> type) {
        return type.isArray()
                ? nameOf(type.getComponentType()) + "[]"
                : Types.tensor(type.getCanonicalName() == null ? type.getName() : type.getCanonicalName());
    }
}
