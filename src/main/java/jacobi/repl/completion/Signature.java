package jacobi.repl.completion;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Elements as a reader of code wants them: simple names, parameters with theirs. */
final class Signature {
    private Signature() {}

    /** A type with simple names. */
    static String of(TypeMirror type) {
        return type.toString()
                .replaceAll("@[\\w.]+(\\([^)]*\\))? ?", "")
                .replaceAll("capture#\\d+ of ", "")
                .replaceAll("\\b(?:[a-z_]\\w*\\.)+(?:(?:cell|unit|trial)\\d+\\.)?", "");
    }

    /**
     * A method as a member of {@code site}: {@code (parameters) -> result}.
     *
     * @param site the type it is asked of, which fixes type arguments; or null
     */
    static String of(ExecutableElement method, DeclaredType site, Types types) {
        ExecutableType type = (ExecutableType) method.asType();
        if (site != null && !method.getModifiers().contains(Modifier.STATIC)) {
            try {
                type = (ExecutableType) types.asMemberOf(site, method);
            } catch (IllegalArgumentException e) {
                // A member of another type by the same name; its own declaration is as good.
            }
        }
        List<? extends TypeMirror> parameters = type.getParameterTypes();
        String list = IntStream.range(0, parameters.size())
                .mapToObj(i -> parameter(method, parameters.get(i), i))
                .collect(Collectors.joining(", ", "(", ")"));
        return method.getSimpleName().contentEquals("<init>") ? list : list + " -> " + of(type.getReturnType());
    }

    private static String parameter(ExecutableElement method, TypeMirror type, int index) {
        String text = of(type);
        boolean variable = method.isVarArgs() && index == method.getParameters().size() - 1 && text.endsWith("[]");
        String name = method.getParameters().get(index).getSimpleName().toString();
        boolean unnamed = name.matches("arg\\d+");
        return (variable ? text.substring(0, text.length() - 2) + "..." : text) + (unnamed ? "" : " " + name);
    }

    /**
     * The type whose member a reader knows a method as: an interface that only one class may implement is a part of it.
     */
    private static String owner(TypeElement type) {
        return type.getPermittedSubclasses().size() == 1
                ? of(type.getPermittedSubclasses().get(0))
                : type.getSimpleName().toString();
    }

    /** A declaration on one line, as its author would write it without modifiers that say nothing to a caller. */
    static String declaration(Element element, DeclaredType site, Types types) {
        if (element instanceof ExecutableElement method) {
            boolean constructor = method.getSimpleName().contentEquals("<init>");
            String list = of(method, site, types);
            String owner = owner((TypeElement) method.getEnclosingElement());
            String thrown = method.getThrownTypes().isEmpty()
                    ? ""
                    : " throws "
                            + method.getThrownTypes().stream()
                                    .map(Signature::of)
                                    .collect(Collectors.joining(", "));
            if (constructor) {
                return "new " + owner + list + thrown;
            }
            int arrow = list.lastIndexOf(" -> ");
            boolean ofCell = owner.matches("(cell|unit|trial)\\d+");
            return (method.getModifiers().contains(Modifier.STATIC) && !ofCell ? "static " : "")
                    + list.substring(arrow + 4) + " " + (ofCell ? "" : owner + ".") + method.getSimpleName()
                    + list.substring(0, arrow) + thrown;
        }
        if (element instanceof TypeElement type) {
            String kind = switch (type.getKind()) {
                case INTERFACE -> "interface ";
                case ENUM -> "enum ";
                case RECORD -> "record ";
                case ANNOTATION_TYPE -> "@interface ";
                default -> "class ";
            };
            String parent = type.getSuperclass() == null
                            || type.getSuperclass().toString().matches("none|java\\.lang\\.(Object|Record|Enum<.*>)")
                    ? ""
                    : " extends " + of(type.getSuperclass());
            // What a class implements says little to who uses it, and may fill lines before its first sentence.
            String interfaces = type.getInterfaces().isEmpty()
                            || !type.getKind().isInterface()
                    ? ""
                    : " extends "
                            + type.getInterfaces().stream().map(Signature::of).collect(Collectors.joining(", "));
            return kind + of(type.asType()) + parent + interfaces;
        }
        return of(element.asType()) + " " + element.getSimpleName();
    }
}
