package jacobi.repl.javac;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The class files of a package, by binary name without the package. */
interface ClassFiles {
    /** A class file somewhere. */
    interface ClassFile {
        InputStream open() throws IOException;
    }

    /** The file of a class; null where the package has none of the name. */
    ClassFile of(String name);

    boolean isEmpty();

    default boolean has(String name) {
        return of(name) != null;
    }

    /** Of files that are listed. */
    static ClassFiles of(Map<String, ClassFile> files) {
        return new ClassFiles() {
            @Override
            public ClassFile of(String name) {
                return files.get(name);
            }

            @Override
            public boolean isEmpty() {
                return files.isEmpty();
            }
        };
    }

    /** The same package in several places, of which the first that has a class is meant. */
    static ClassFiles of(List<ClassFiles> places) {
        return new ClassFiles() {
            @Override
            public ClassFile of(String name) {
                for (ClassFiles place : places) {
                    ClassFile file = place.of(name);
                    if (file != null) {
                        return file;
                    }
                }
                return null;
            }

            @Override
            public boolean isEmpty() {
                return places.stream().allMatch(ClassFiles::isEmpty);
            }
        };
    }

    /** Packages of the modules the virtual machine started with. Not thread-safe. */
    final class OfModules {
        private final Map<String, ModuleReader> readers = new HashMap<>();

        /** The parts of a package, which has several where modules of the user's share its name. */
        List<ClassFiles> of(String packageName) {
            return ModuleLayer.boot().modules().stream()
                    .filter(module -> module.getPackages().contains(packageName))
                    .map(module -> in(module.getName(), packageName))
                    .toList();
        }

        /**
         * Asked class by class: listing the two dozen packages of a prelude, nearly all of whose classes no cell names,
         * took a tenth of the warm-up.
         */
        private ClassFiles in(String module, String packageName) {
            ModuleReference reference = ModuleLayer.boot()
                    .configuration()
                    .findModule(module)
                    .orElseThrow()
                    .reference();
            boolean jdks = reference
                    .location()
                    .filter(place -> "jrt".equals(place.getScheme()))
                    .isPresent();
            String folder = packageName.replace('.', '/') + "/";
            return new ClassFiles() {
                @Override
                public ClassFile of(String name) {
                    // Its classes have names of Java's manner, which most words of a cell have not.
                    if (name.isEmpty() || jdks && !Character.isUpperCase(name.charAt(0))) {
                        return null;
                    }
                    String path = folder + name + ".class";
                    try {
                        ModuleReader reader = readers.get(module);
                        if (reader == null) {
                            reader = reference.open();
                            readers.put(module, reader);
                        }
                        ModuleReader opened = reader;
                        return reader.find(path).isEmpty()
                                ? null
                                : () -> opened.open(path).orElseThrow();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }

                @Override
                public boolean isEmpty() {
                    return false;
                }
            };
        }
    }
}
