package jacobi.repl.javac;

import java.util.List;
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
    private static final int DEEPEST = 4;
    private final Types types;

    public TypeText(Types types) {
        this.types = types;
    }

    /** The type in source, fully qualified; null for an erroneous type, for {@code void} and the type of {@code null}. */
    public String of(TypeMirror type) {
        return type == null ? null : text(type, 0);
    }

    private String text(TypeMirror type, int depth) {
        switch (type.getKind()) {
            case DECLARED:
                return declared((DeclaredType) type, depth);
            case ARRAY:
                String component = text(((ArrayType) type).getComponentType(), depth);
                return component == null ? null : component + "[]";
            case TYPEVAR:
                return text(((TypeVariable) type).getUpperBound(), depth + 1);
            case INTERSECTION:
                List<? extends TypeMirror> bounds = ((IntersectionType) type).getBounds();
                boolean plain = bounds.get(0).toString().equals("java.lang.Object") && bounds.size() > 1;
                return text(bounds.get(plain ? 1 : 0), depth + 1);
            case ERROR, NONE, VOID, NULL, EXECUTABLE, PACKAGE, OTHER, UNION, MODULE, WILDCARD:
                return null;
            default:
                return type.getKind().name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private String declared(DeclaredType type, int depth) {
        TypeElement element = (TypeElement) type.asElement();
        if (element.getNestingKind() == NestingKind.ANONYMOUS || element.getNestingKind() == NestingKind.LOCAL) {
            TypeMirror base = element.getInterfaces().isEmpty()
                    ? element.getSuperclass()
                    : element.getInterfaces().get(0);
            return text(base, depth);
        }
        String name = element.getQualifiedName().toString();
        if (type.getEnclosingType().getKind() == TypeKind.DECLARED
                && !((DeclaredType) type.getEnclosingType()).getTypeArguments().isEmpty()) {
            name = text(type.getEnclosingType(), depth) + "." + element.getSimpleName();
        }
        if (type.getTypeArguments().isEmpty()) {
            return name;
        }
        StringBuilder text = new StringBuilder(name).append('<');
        for (TypeMirror argument : type.getTypeArguments()) {
            text.append(text.charAt(text.length() - 1) == '<' ? "" : ", ").append(argument(argument, depth + 1));
        }
        return text.append('>').toString();
    }

    private String argument(TypeMirror argument, int depth) {
        if (depth > DEEPEST) {
            return "?";
        }
        if (argument instanceof WildcardType wildcard) {
            if (wildcard.getExtendsBound() != null) {
                return extending(wildcard.getExtendsBound(), depth);
            }
            if (wildcard.getSuperBound() != null) {
                String bound = text(wildcard.getSuperBound(), depth);
                return bound == null ? "?" : "? super " + bound;
            }
            return "?";
        }
        boolean denotable = argument.getKind() == TypeKind.ARRAY
                || argument.getKind() == TypeKind.DECLARED && !isUnnamed(types.asElement(argument));
        if (denotable) {
            String text = text(argument, depth);
            return text == null ? "?" : text;
        }
        return extending(argument, depth);
    }

    private String extending(TypeMirror bound, int depth) {
        String text = text(bound, depth);
        return text == null || text.equals("java.lang.Object") ? "?" : "? extends " + text;
    }

    private static boolean isUnnamed(Element element) {
        return element instanceof TypeElement type
                && element.getKind() != ElementKind.OTHER
                && (type.getNestingKind() == NestingKind.ANONYMOUS || type.getNestingKind() == NestingKind.LOCAL);
    }
}
