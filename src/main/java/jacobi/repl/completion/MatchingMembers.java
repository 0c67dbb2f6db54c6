package jacobi.repl.completion;

import jacobi.repl.Completions.Match;
import jacobi.repl.javac.Attribution;
import jacobi.repl.library.KernelClasses;
import jacobi.source.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;

/** The members of a type or package whose names start as typed. */
final class MatchingMembers {
    private final Attribution attribution;
    private final String prefix;
    private final Map<String, List<ExecutableElement>> methods = new LinkedHashMap<>();
    /** By name, in the order they are offered; those of {@link #methods} hold null until all overloads are known. */
    private final Map<String, Match> others = new LinkedHashMap<>();

    private DeclaredType site;

    MatchingMembers(Attribution attribution, String prefix) {
        this.attribution = attribution;
        this.prefix = prefix.toLowerCase(Locale.ROOT);
    }

    /** The members of a value of this type. */
    List<Match> of(TypeMirror type) {
        if (type instanceof ArrayType) {
            if (fits("length")) {
                others.put("length", new Match("length", "instance", "int"));
            }
            if (fits("clone")) {
                others.put("clone", new Match("clone", "function", "() -> " + Signature.of(type)));
            }
        } else if (type instanceof TypeVariable variable) {
            return of(variable.getUpperBound());
        } else if (type instanceof IntersectionType intersection) {
            intersection.getBounds().forEach(this::of);
        } else if (type instanceof DeclaredType declared) {
            site = declared;
            add((TypeElement) declared.asElement(), false);
        }
        return matches();
    }

    /** What code inside a type may name alone, its parents' members among it. */
    List<Match> inside(TypeElement type) {
        site = type.asType() instanceof DeclaredType declared ? declared : null;
        add(type, false);
        return matches();
    }

    /** The static members of a type named. */
    List<Match> ofType(TypeElement type) {
        add(type, true);
        if (fits("class")) {
            others.put("class", new Match("class", "keyword", "Class<" + type.getSimpleName() + ">"));
        }
        return matches();
    }

    /** Static members as a star import brings them, inherited ones among them. */
    List<Match> imported(TypeElement type) {
        for (Element at = type; at instanceof TypeElement here; at = parent(here)) {
            for (Element member : here.getEnclosedElements()) {
                if (member.getModifiers().contains(Modifier.STATIC)
                        && member.getModifiers().contains(Modifier.PUBLIC)
                        && fits(member.getSimpleName().toString())) {
                    add(member);
                }
            }
        }
        return matches();
    }

    private Element parent(TypeElement type) {
        return attribution.types().asElement(type.getSuperclass());
    }

    /** The types of a package, and the packages in it. */
    List<Match> ofPackage(PackageElement home) {
        for (Element type : home.getEnclosedElements()) {
            if (fits(type.getSimpleName().toString()) && type.getModifiers().contains(Modifier.PUBLIC)) {
                others.put(
                        type.getSimpleName().toString(),
                        new Match(type.getSimpleName().toString(), "class", ""));
            }
        }
        return matches();
    }

    /**
     * The next part of the names of packages that start with {@code start}, as {@code util} of {@code java.}.
     *
     * @param added packages of libraries the session was given
     */
    static List<Match> packages(String start, String prefix, Set<String> added) {
        Set<String> names = new TreeSet<>();
        ModuleLayer.boot().modules().forEach(module -> {
            for (String name : module.getPackages()) {
                if (name.startsWith(start) && module.isExported(name)) {
                    names.add(name.substring(start.length()).split("\\.")[0]);
                }
            }
        });
        Set<String> others = new TreeSet<>(added);
        for (Package own : MatchingMembers.class.getClassLoader().getDefinedPackages()) {
            if (KernelClasses.offers(own.getName())) {
                others.add(own.getName());
            }
        }
        for (String name : others) {
            if (name.startsWith(start) && name.length() > start.length()) {
                names.add(name.substring(start.length()).split("\\.")[0]);
            }
        }
        return names.stream()
                .filter(name -> name.startsWith(prefix))
                .map(name -> new Match(name, "module", ""))
                .toList();
    }

    private void add(TypeElement type, boolean named) {
        List<Element> fields = new ArrayList<>();
        List<Element> own = new ArrayList<>();
        List<Element> common = new ArrayList<>();
        for (Element member : attribution.elements().getAllMembers(type)) {
            boolean shared = member.getModifiers().contains(Modifier.STATIC);
            boolean nested = member instanceof TypeElement;
            boolean wanted = named ? shared || nested : !nested;
            if (wanted && fits(member.getSimpleName().toString()) && isOpen(member)) {
                // What a class shares, and what every object has, is seldom asked of a value.
                boolean last = shared || member.getEnclosingElement().toString().equals("java.lang.Object");
                (last && !named ? common : member.getKind().isField() ? fields : own).add(member);
            }
        }
        fields.forEach(this::add);
        own.forEach(this::add);
        common.forEach(this::add);
    }

    private void add(Element member) {
        String name = member.getSimpleName().toString();
        if (member.getKind() == ElementKind.METHOD) {
            methods.computeIfAbsent(name, any -> new ArrayList<>()).add((ExecutableElement) member);
            others.putIfAbsent(name, null);
        } else if (member instanceof TypeElement) {
            others.put(name, new Match(name, "class", ""));
        } else if (member.getKind().isField()) {
            others.put(name, new Match(name, "instance", Signature.of(memberType(member))));
        }
    }

    private TypeMirror memberType(Element field) {
        if (site != null && !field.getModifiers().contains(Modifier.STATIC)) {
            return attribution.types().asMemberOf(site, field);
        }
        return field.asType();
    }

    /** Cells see all of each other's members that are not private; of libraries they see what is public. */
    private boolean isOpen(Element member) {
        Set<Modifier> modifiers = member.getModifiers();
        if (modifiers.contains(Modifier.PUBLIC)) {
            return true;
        }
        Element home = attribution.elements().getPackageOf(member);
        return home.toString().equals(Unit.PACKAGE) && !modifiers.contains(Modifier.PRIVATE);
    }

    private boolean fits(String name) {
        return name.toLowerCase(Locale.ROOT).startsWith(prefix) && !name.startsWith("$") && !name.startsWith("<");
    }

    private List<Match> matches() {
        List<Match> matches = new ArrayList<>();
        others.forEach((name, other) -> {
            if (other != null) {
                matches.add(other);
            }
            List<ExecutableElement> overloads = methods.get(name);
            if (overloads != null) {
                String first = Signature.of(overloads.get(0), site, attribution.types());
                String more = overloads.size() == 1 ? "" : "  (+" + (overloads.size() - 1) + ")";
                matches.add(new Match(name, "function", first + more));
            }
        });
        return matches;
    }
}
