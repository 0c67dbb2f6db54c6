package jacobi.command;

import static jacobi.language.Say.say;

import jacobi.repl.failure.Nearest;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line, in the reader's language, where picocli has English only. */
final class UsageMistake {
    private static final Pattern EXCLUSIVE =
            Pattern.compile("(?:Error: )?(.*) are mutually exclusive.*", Pattern.DOTALL);

    private UsageMistake() {}

    /** One sentence. */
    static String message(ParameterException mistake) {
        if (mistake instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched);
        }
        if (mistake instanceof MissingParameterException missing) {
            return missing(missing.getMissing());
        }
        if (mistake instanceof OverwrittenOptionException twice) {
            return say("command.usage.twice", "option", name(twice.getOverwritten()));
        }
        if (mistake instanceof MutuallyExclusiveArgsException) {
            // It tells them in its text only.
            Matcher text = EXCLUSIVE.matcher(mistake.getMessage());
            return text.matches() ? say("command.usage.one-of", "options", text.group(1)) : mistake.getMessage();
        }
        if (mistake.getArgSpec() != null && mistake.getValue() != null) {
            return wrongValue(mistake.getArgSpec(), mistake.getValue());
        }
        // Our own, of a value that was read.
        return mistake.getMessage();
    }

    private static String wrongValue(ArgSpec argument, String found) {
        Class<?> type = argument.type();
        String option = name(argument);
        if (type == boolean.class) {
            return say("command.usage.no-value", "option", option);
        }
        return type == int.class
                ? say("command.usage.whole-number", "option", option, "found", found)
                : say("command.usage.number", "option", option, "found", found);
    }

    private static String unmatched(UnmatchedArgumentException mistake) {
        CommandSpec command = mistake.getCommandLine().getCommandSpec();
        String found = String.join(" ", mistake.getUnmatched());
        String said = mistake.isUnknownOption()
                ? say("command.usage.unknown-option", "found", found)
                : say("command.usage.unexpected", "found", found);
        Set<String> known = mistake.isUnknownOption()
                ? command.optionsMap().keySet()
                : command.subcommands().keySet();
        String near = Nearest.among(mistake.getUnmatched().get(0), known);
        return near == null ? said : say("command.usage.near", "mistake", said, "name", near);
    }

    /** Of an option that is there without its value, too. */
    private static String missing(List<ArgSpec> missing) {
        return say(
                "command.usage.missing",
                "what",
                missing.stream().map(UsageMistake::nameAndLabel).collect(Collectors.joining(", ")));
    }

    private static String nameAndLabel(ArgSpec argument) {
        return argument.isOption() ? name(argument) + " " + argument.paramLabel() : argument.paramLabel();
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
