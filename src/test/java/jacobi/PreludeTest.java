package jacobi;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a cell may use without an import. */
class PreludeTest {
    private static final Pattern IMPORT = Pattern.compile("import (static )?(jacobi\\.[\\w.]+)\\.(\\*|\\w+);");

    @Test
    void commentsOfAllItNamesCanBeShownAtTheCursor() {
        Set<String> packages = new TreeSet<>();
        Set<String> named = new TreeSet<>();
        for (String line : Prelude.imports()) {
            Matcher own = IMPORT.matcher(line);
            if (!own.matches()) {
                continue;
            }
            if (own.group(1) != null) {
                named.add(own.group(2));
            } else if (own.group(3).equals("*")) {
                packages.add(own.group(2));
            }
        }
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(packages)) {
            if (packages.contains(type.getPackageName())
                    && type.isTopLevelClass()
                    && type.getModifiers().contains(JavaModifier.PUBLIC)) {
                named.add(type.getName());
            }
        }

        assertThat(named)
                .hasSizeGreaterThan(200)
                .allSatisfy(name -> assertThat(
                                getClass().getResource("/jacobi-sources/" + name.replace('.', '/') + ".java"))
                        .as(name)
                        .isNotNull());
    }
}
