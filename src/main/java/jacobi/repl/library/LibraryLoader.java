package jacobi.repl.library;

import static jacobi.language.Say.say;

import jacobi.repl.library.KernelClasses.Shipped;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.CodeSource;
import java.security.SecureClassLoader;
import java.sql.Driver;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

/**
 * Loads the classes of the libraries a session adds, and those of the kernel's that {@link KernelClasses} offers.
 *
 * <p>A {@link URLClassLoader} only finds the files: unlike one, this loader can give a library up for another version
 * of it while none of its classes was wanted. Thread-safe.
 */
public final class LibraryLoader extends SecureClassLoader {
    static {
        registerAsParallelCapable();
    }

    private static final String DRIVERS = "META-INF/services/java.sql.Driver";

    private volatile URLClassLoader files = new URLClassLoader(new URL[0], null);
    private volatile List<Library> libraries = List.of();
    private volatile Set<String> replacedHomes = Set.of();
    private final Set<String> installed = ConcurrentHashMap.newKeySet();
    private final Set<Path> used = ConcurrentHashMap.newKeySet();
    private final Set<Shipped> shippedInUse = ConcurrentHashMap.newKeySet();

    /**
     * @param kernel loads the kernel's classes
     */
    public LibraryLoader(ClassLoader kernel) {
        super("libraries", kernel);
    }

    /** The libraries there are, in the order they are searched. */
    public List<Library> libraries() {
        return libraries;
    }

    /** What adding libraries would come to. */
    public synchronized LibraryChange plan(List<Library> wanted) {
        List<Library> added = new ArrayList<>();
        Map<Library, Library> replaced = new LinkedHashMap<>();
        Map<Library, String> refused = new LinkedHashMap<>();
        List<Library> result = new ArrayList<>(libraries);
        for (Library library : wanted) {
            if (result.stream().anyMatch(library::isSame)) {
                continue;
            }
            Optional<Library> other = result.stream()
                    .filter(one -> one.name().equals(library.name()))
                    .findFirst();
            Optional<Shipped> shipped = shippedInUse.stream()
                    .filter(one -> library.packages().stream().anyMatch(one::has))
                    .findFirst();
            if (other.isPresent() && used.contains(other.get().path())) {
                refused.put(library, other.get().fileName());
            } else if (shipped.isPresent()) {
                refused.put(
                        library,
                        say(
                                "library.libraryLoader.comes-jacobi",
                                "shipped",
                                shipped.get().name()));
            } else if (other.isPresent()) {
                replaced.put(library, other.get());
                result.set(result.indexOf(other.get()), library);
            } else {
                added.add(library);
                result.add(library);
            }
        }
        return new LibraryChange(added, replaced, refused, result);
    }

    /** Makes a change that {@link #plan} found, before anything else was loaded. */
    public synchronized void apply(LibraryChange change) {
        URL[] places =
                change.result().stream().map(library -> address(library.path())).toArray(URL[]::new);
        libraries = change.result();
        Set<String> homes = new HashSet<>();
        for (Library library : libraries) {
            library.packages().forEach(name -> KernelClasses.shipped(name).ifPresent(one -> homes.add(one.home())));
        }
        replacedHomes = homes;
        // The one before stays open for streams that cells may still read.
        files = new URLClassLoader(places, null);
    }

    /** Lets {@link java.sql.DriverManager}, which looks for drivers once, know those that came with libraries. */
    public void loadDrivers() {
        if (findResource(DRIVERS) == null) {
            return;
        }
        Iterator<Driver> drivers = ServiceLoader.load(Driver.class, this).iterator();
        try {
            while (drivers.hasNext()) {
                drivers.next();
            }
        } catch (ServiceConfigurationError | LinkageError e) {
            // One that lacks something says so when a cell connects with it.
        }
    }

    /** Installs what libraries bring to notebooks, once each; what fails is told and leaves the others be. */
    public <E> void installExtensions(Class<E> service, Consumer<E> install) {
        if (findResource("META-INF/services/" + service.getName()) == null) {
            return;
        }
        Iterator<ServiceLoader.Provider<E>> all =
                ServiceLoader.load(service, this).stream().iterator();
        while (true) {
            try {
                if (!all.hasNext()) {
                    return;
                }
                ServiceLoader.Provider<E> extension = all.next();
                if (installed.add(extension.type().getName())) {
                    install.accept(extension.get());
                }
            } catch (ServiceConfigurationError | LinkageError | RuntimeException e) {
                System.err.println(say("library.libraryLoader.extension-added-library-cannot", "e", e));
            }
        }
    }

    private static URL address(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("a file has an address", e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded == null) {
                String home = name.substring(0, Math.max(0, name.lastIndexOf('.')));
                loaded = isOfKernel(home) ? ofKernel(name, home) : findClass(name);
            }
            if (resolve) {
                resolveClass(loaded);
            }
            return loaded;
        }
    }

    private boolean isOfKernel(String packageName) {
        if (KernelClasses.offers(packageName)) {
            return KernelClasses.shipped(packageName)
                    .filter(library -> replacedHomes.contains(library.home()))
                    .isEmpty();
        }
        return KernelClasses.isOfJdk(packageName);
    }

    private Class<?> ofKernel(String name, String packageName) throws ClassNotFoundException {
        try {
            Class<?> found = getParent().loadClass(name);
            KernelClasses.shipped(packageName).ifPresent(shippedInUse::add);
            return found;
        } catch (ClassNotFoundException e) {
            // Some libraries have classes in packages of the JDK's.
            return findClass(name);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        URL file = files.findResource(name.replace('.', '/') + ".class");
        if (file == null) {
            throw new ClassNotFoundException(name);
        }
        try {
            URLConnection connection = file.openConnection();
            byte[] bytes;
            try (InputStream in = connection.getInputStream()) {
                bytes = in.readAllBytes();
            }
            URL place = place(connection, name);
            used.add(Path.of(URI.create(place.toString())));
            definePackage(name, connection, place);
            return defineClass(name, bytes, 0, bytes.length, new CodeSource(place, (CodeSigner[]) null));
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    /** The jar or folder a class file is in. */
    private static URL place(URLConnection connection, String name) throws MalformedURLException {
        if (connection instanceof JarURLConnection jar) {
            return jar.getJarFileURL();
        }
        Path place = Path.of(URI.create(connection.getURL().toString())).getParent();
        for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
            place = place.getParent();
        }
        return address(place);
    }

    /** With the name and version its manifest gives the library, which some print. */
    private void definePackage(String name, URLConnection connection, URL place) throws IOException {
        int dot = name.lastIndexOf('.');
        if (dot < 0 || getDefinedPackage(name.substring(0, dot)) != null) {
            return;
        }
        Manifest manifest = connection instanceof JarURLConnection jar ? jar.getManifest() : null;
        Attributes all = manifest == null ? new Attributes() : manifest.getMainAttributes();
        try {
            definePackage(
                    name.substring(0, dot),
                    all.getValue(Attributes.Name.SPECIFICATION_TITLE),
                    all.getValue(Attributes.Name.SPECIFICATION_VERSION),
                    all.getValue(Attributes.Name.SPECIFICATION_VENDOR),
                    all.getValue(Attributes.Name.IMPLEMENTATION_TITLE),
                    all.getValue(Attributes.Name.IMPLEMENTATION_VERSION),
                    all.getValue(Attributes.Name.IMPLEMENTATION_VENDOR),
                    null);
        } catch (IllegalArgumentException e) {
            // Another thread was faster.
        }
    }

    @Override
    public URL getResource(String name) {
        URL found = kernelResources(name).getResource(name);
        return found != null ? found : findResource(name);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        List<URL> all = new ArrayList<>(Collections.list(kernelResources(name).getResources(name)));
        all.addAll(Collections.list(findResources(name)));
        return Collections.enumeration(all);
    }

    /** Files beside classes cells may name; services and settings of the kernel's own libraries are not for them. */
    private ClassLoader kernelResources(String name) {
        String folder = name.substring(0, Math.max(0, name.lastIndexOf('/'))).replace('/', '.');
        return KernelClasses.offers(folder) && isOfKernel(folder) ? getParent() : getPlatformClassLoader();
    }

    @Override
    protected URL findResource(String name) {
        return files.findResource(name);
    }

    @Override
    protected Enumeration<URL> findResources(String name) throws IOException {
        return files.findResources(name);
    }
}
