package jacobi.repl.javac;

import jacobi.notation.Diagnostic;
import jacobi.source.Unit;

/**
 * One error of the compiler, in UTF-16 positions of the unit.
 *
 * @param unit the simple name of the unit, or null where the error is of no file
 * @param code javac's key, as {@code compiler.err.array.req.but.found}
 * @param position where the caret stands
 * @param message javac's text in English: what is wrong is read from it
 * @param words javac's text in the reader's language, to be shown
 */
public record CompileError(String unit, String code, int start, int position, int end, String message, String words) {

    /** An error whose text is the reader's already. */
    public CompileError(String unit, String code, int start, int position, int end, String message) {
        this(unit, code, start, position, end, message, message);
    }

    /** The same in positions of the cell the unit is of. */
    public Diagnostic inCell(Unit unit) {
        int at = Math.max(0, position);
        int from = unit.toCell(start < 0 ? at : start);
        int to = Math.max(from, unit.endToCell(Math.max(end, at)));
        return new Diagnostic(code, from, Math.max(from, unit.toCell(at)), to, message, words);
    }

    /** Whether it is a processor of annotations that complains. */
    public boolean isOfProcessor() {
        return code.equals("compiler.err.proc.messager");
    }

    /** Whether the text has no tree: the parser's errors, which come before and hide all others. */
    public boolean isSyntax() {
        return isSyntax(code);
    }

    /** Whether errors of a key are the parser's. */
    public static boolean isSyntax(String code) {
        return switch (code.replace("compiler.err.", "")) {
            case "expected",
                    "expected2",
                    "expected3",
                    "expected4",
                    "dot.class.expected",
                    "not.stmt",
                    "premature.eof",
                    "illegal.start.of.expr",
                    "illegal.start.of.type",
                    "illegal.start.of.stmt",
                    "illegal.char",
                    "illegal.esc.char",
                    "illegal.unicode.esc",
                    "illegal.line.end.in.char.lit",
                    "illegal.nonascii.digit",
                    "illegal.dot",
                    "illegal.parenthesized.expression",
                    "illegal.text.block.open",
                    "illegal.underscore",
                    "malformed.fp.lit",
                    "int.number.too.large",
                    "invalid.binary.number",
                    "invalid.hex.number",
                    "empty.char.lit",
                    "unclosed.char.lit",
                    "unclosed.comment",
                    "unclosed.str.lit",
                    "unclosed.text.block",
                    "orphaned",
                    "else.without.if",
                    "catch.without.try",
                    "finally.without.try",
                    "try.without.catch.finally.or.resource.decls",
                    "try.without.catch.or.finally",
                    "invalid.meth.decl.ret.type.req",
                    "variable.not.allowed",
                    "class.not.allowed",
                    "array.dimension.missing",
                    "varargs.and.old.array.syntax",
                    "varargs.and.receiver",
                    "illegal.array.creation.both.dimension.and.initialization",
                    "underscore.as.identifier",
                    "restricted.type.not.allowed",
                    "restricted.type.not.allowed.here",
                    "wrong.receiver",
                    "class.method.or.field.expected",
                    "statement.not.expected",
                    "preview.feature.disabled",
                    "preview.feature.disabled.plural",
                    "feature.not.supported.in.source",
                    "feature.not.supported.in.source.plural" -> true;
            default -> false;
        };
    }
}
