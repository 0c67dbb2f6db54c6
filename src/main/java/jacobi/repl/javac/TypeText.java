package jacobi.repl.javac;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;

/** Types as source can say them: the nearest denotable form of those it cannot. */
public final class TypeText {
    private final Types types;
    /**
     * The type variables and types without a name whose bounds are being written: one in its own bound would have no
     * end.
     */
    private final Set<Object> open = new HashSet<>();
    /** The type variables made for arguments of several types at once; null where such are cut to one of the types. */
    private List<String> variables;

    public TypeText(Types types) {
        this.types = types;
    }

    /**
     * The type in source, fully qualified; null for an erroneous type, for {@code void} and the type of {@code null}.
     */
    public String of(TypeMirror type) {
        return type == null ? null : text(type);
    }

    /**
     * What keeps all of a type of which source has no name: of several types at once, the words of a cast, as {@code
     * java.lang.Runnable & java.io.Serializable}; of one with such among its arguments, a method's result with the type
     * variables it takes, as {@code <T0 extends A & B> java.util.List<T0>}. Null for any other, and where one has no
     * words.
     */
    public String all(TypeMirror type) {
        if (type instanceof IntersectionType several) {
            return cast(several);
        }
        variables = new ArrayList<>();
        try {
            String text = of(type);
            return variables.isEmpty() ? null : "<" + String.join(", ", variables) + "> " + text;
        } finally {
            variables = null;
        }
    }

    /** Whether what {@link #all} made is a method's result. */
    public static boolean isResult(String all) {
        return all != null && all.startsWith("<");
    }

    private String cast(IntersectionType several) {
        List<String> bounds = new ArrayList<>();
        for (TypeMirror bound : several.getBounds()) {
            if (!bound.toString().equals("java.lang.Object")) {
                bounds.add(text(bound));
            }
        }
        return bounds.size() < 2 || bounds.contains(null) ? null : String.join(" & ", bounds);
    }

    private String text(TypeMirror type) {
        switch (type.getKind()) {
            case DECLARED:
                return declared((DeclaredType) type);
            case ARRAY:
                String component = text(((ArrayType) type).getComponentType());
                return component == null ? null : component + "[]";
            case TYPEVAR:
                return bound(type, ((TypeVariable) type).getUpperBound());
            case INTERSECTION:
                List<? extends TypeMirror> bounds = ((IntersectionType) type).getBounds();
                boolean plain = bounds.get(0).toString().equals("java.lang.Object") && bounds.size() > 1;
                return text(bounds.get(plain ? 1 : 0));
            case ERROR, NONE, VOID, NULL, EXECUTABLE, PACKAGE, OTHER, UNION, MODULE, WILDCARD:
                return null;
            default:
                return type.getKind().name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private String declared(DeclaredType type) {
        TypeElement element = (TypeElement) type.asElement();
        if (isUnnamed(element)) {
            List<? extends TypeMirror> interfaces = element.getInterfaces();
            return bound(element, interfaces.isEmpty() ? element.getSuperclass() : interfaces.get(0));
        }
        String name = element.getQualifiedName().toString();
        if (type.getEnclosingType().getKind() == TypeKind.DECLARED
                && !((DeclaredType) type.getEnclosingType()).getTypeArguments().isEmpty()) {
            name = text(type.getEnclosingType()) + "." + element.getSimpleName();
        }
        if (type.getTypeArguments().isEmpty()) {
            return name;
        }
        StringBuilder text = new StringBuilder(name).append('<');
        for (TypeMirror argument : type.getTypeArguments()) {
            text.append(text.charAt(text.length() - 1) == '<' ? "" : ", ").append(argument(argument));
        }
        return text.append('>').toString();
    }

    /**
     * The bound of what source cannot name; null where it stands in its own bound, as {@code T extends Comparable<T>}
     * and each enum do.
     */
    private String bound(Object unnamed, TypeMirror bound) {
        if (!open.add(unnamed)) {
            return null;
        }
        try {
            return text(bound);
        } finally {
            open.remove(unnamed);
        }
    }

    private String argument(TypeMirror argument) {
        String variable = variables == null ? null : variable(argument);
        if (variable != null) {
            return variable;
        }
        if (argument instanceof WildcardType wildcard) {
            if (wildcard.getExtendsBound() != null) {
                return extending(wildcard.getExtendsBound());
            }
            if (wildcard.getSuperBound() != null) {
                String bound = text(wildcard.getSuperBound());
                return bound == null ? "?" : "? super " + bound;
            }
            return "?";
        }
        boolean denotable = argument.getKind() == TypeKind.ARRAY
                || argument.getKind() == TypeKind.DECLARED && !isUnnamed(types.asElement(argument));
        if (denotable) {
            String text = text(argument);
            return text == null ? "?" : text;
        }
        return extending(argument);
    }

    /** A type variable for an argument of several types at once; null for another one. */
    private String variable(TypeMirror argument) {
        boolean extending = argument instanceof WildcardType;
        TypeMirror bound = extending ? ((WildcardType) argument).getExtendsBound() : argument;
        if (!(bound instanceof IntersectionType several)) {
            return null;
        }
        List<String> taken = variables;
        variables = null;
        String all = cast(several);
        variables = taken;
        if (all == null) {
            return null;
        }
        String name = "T" + variables.size();
        variables.add(name + " extends " + all);
        return extending ? "? extends " + name : name;
    }

    private String extending(TypeMirror bound) {
        String text = text(bound);
        return text == null || text.equals("java.lang.Object") ? "?" : "? extends " + text;
    }

    private static boolean isUnnamed(Element element) {
        return element instanceof TypeElement type
                && element.getKind() != ElementKind.OTHER
                && (type.getNestingKind() == NestingKind.ANONYMOUS || type.getNestingKind() == NestingKind.LOCAL);
    }
}
