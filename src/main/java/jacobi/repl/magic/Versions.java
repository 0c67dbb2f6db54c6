package jacobi.repl.magic;

import static jacobi.language.Say.say;

import java.util.Comparator;
import java.util.List;
import org.eclipse.aether.util.version.GenericVersionScheme;
import org.eclipse.aether.version.InvalidVersionSpecificationException;
import org.eclipse.aether.version.Version;

/** Versions of an artifact, in the order Maven has them in. */
final class Versions {
    private static final GenericVersionScheme SCHEME = new GenericVersionScheme();

    static final Comparator<String> ASCENDING = Comparator.comparing(Versions::parsed);

    private Versions() {}

    private static Version parsed(String version) {
        try {
            return SCHEME.parseVersion(version);
        } catch (InvalidVersionSpecificationException e) {
            throw new IllegalArgumentException("every text is a version", e);
        }
    }

    /**
     * Whether it is later than the other and begins with the same number, which changes where something is taken away.
     */
    static boolean isLaterOfSameKind(String version, String other) {
        return version.split("\\D", 2)[0].equals(other.split("\\D", 2)[0]) && ASCENDING.compare(version, other) >= 0;
    }

    /** A clause that names the version nearest to one that is not there, and the newest. */
    static String near(String missing, List<String> ascending) {
        String newest = ascending.get(ascending.size() - 1);
        if (missing.matches("[\\[(].*|LATEST|RELEASE") || missing.isBlank()) {
            return say("magic.versions.newest", "newest", newest);
        }
        String below = null;
        String above = null;
        for (String version : ascending) {
            if (ASCENDING.compare(version, missing) < 0) {
                below = version;
            } else if (above == null) {
                above = version;
            }
        }
        String near = below == null
                ? above
                : above == null ? below : alike(missing, below) >= alike(missing, above) ? below : above;
        return near.equals(newest)
                ? say("magic.versions.nearest-version", "near", near)
                : say("magic.versions.nearest-version-newest", "near", near, "newest", newest);
    }

    /** How many characters they begin with in common. */
    private static int alike(String a, String b) {
        int same = 0;
        while (same < Math.min(a.length(), b.length()) && a.charAt(same) == b.charAt(same)) {
            same++;
        }
        return same;
    }
}
