package weft.node.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import weft.primitives.Bytes;
import weft.primitives.Entropy;
import weft.primitives.Primitives;

/**
 * The certificate of a home, made on this machine for its names on the home network. A device trusts the home's own authority, which signed
 * once and whose key was then thrown away: whoever takes this machine's key can pretend to be this machine, and nobody else.
 */
public final class HomeCertificate {
    /** What phones accept of authorities that people add themselves is at most 825 days. */
    private static final String DAYS = "800";
    private static final String FOLDER = "home-tls";

    private final Path folder;

    private HomeCertificate(Path folder) {
        this.folder = folder;
    }

    /**
     * The certificate that lies in a data folder; made there where there is none yet, or where the machine has another name by now.
     *
     * @throws IOException the message is a sentence for a person
     */
    public static HomeCertificate in(Path data, HomeNetwork network, Entropy entropy) throws IOException {
        Path folder = data.resolve(FOLDER);
        HomeCertificate certificate = new HomeCertificate(folder);
        String names = String.join("\n", network.known());
        if (!Files.isRegularFile(folder.resolve("names")) || !Files.readString(folder.resolve("names")).equals(names)) {
            certificate.make(network, entropy.next(16).hex());
            Files.writeString(folder.resolve("names"), names);
        }
        return certificate;
    }

    /** The file that devices are to trust. */
    public Path file() {
        return folder.resolve("weft-home.crt");
    }

    private void make(HomeNetwork network, String password) throws IOException {
        Files.createDirectories(folder);
        for (String old : List.of("authority.p12", "home.p12", "weft-home.crt", "request", "signed", "password", "names")) {
            Files.deleteIfExists(folder.resolve(old));
        }
        Path secret = folder.resolve("password");
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        Files.writeString(secret, password);
        String names = network.known().stream().map(name -> (name.matches("[0-9.]+") ? "ip:" : "dns:") + name).collect(Collectors.joining(","));
        String host = network.known().stream().filter(name -> !name.matches("[0-9.]+")).findFirst().orElse("localhost");
        keytool("-genkeypair", "-alias", "authority", "-keystore", "authority.p12", "-keyalg", "EC", "-groupname", "secp256r1", "-validity", DAYS,
                "-dname", "CN=Weft at home (" + host + ")", "-ext", "bc:c=ca:true,pathlen:0", "-ext", "ku:c=keyCertSign");
        keytool("-genkeypair", "-alias", "home", "-keystore", "home.p12", "-keyalg", "EC", "-groupname", "secp256r1", "-validity", DAYS,
                "-dname", "CN=" + host);
        keytool("-certreq", "-alias", "home", "-keystore", "home.p12", "-file", "request");
        keytool("-gencert", "-alias", "authority", "-keystore", "authority.p12", "-validity", DAYS, "-infile", "request", "-outfile", "signed",
                "-ext", "san=" + names, "-ext", "eku=serverAuth", "-ext", "ku:c=digitalSignature");
        keytool("-exportcert", "-rfc", "-alias", "authority", "-keystore", "authority.p12", "-file", "weft-home.crt");
        Files.delete(folder.resolve("authority.p12"));
        keytool("-importcert", "-noprompt", "-alias", "authority", "-keystore", "home.p12", "-file", "weft-home.crt");
        keytool("-importcert", "-noprompt", "-alias", "home", "-keystore", "home.p12", "-file", "signed");
        Files.delete(folder.resolve("request"));
        Files.delete(folder.resolve("signed"));
    }

    private void keytool(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storepass:file", "password", "-storetype", "PKCS12"));
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        try (InputStream said = process.getInputStream()) {
            String text = new String(said.readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException("The certificate for the home network could not be made: " + text.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The certificate for the home network was not made: the program is stopping.");
        }
    }

    /** SHA-256 over the authority's certificate, in groups of four digits, to be compared with what a device shows. */
    public String fingerprint(Primitives primitives) {
        try {
            Bytes der = Bytes.wrap(store().getCertificate("authority").getEncoded());
            return primitives.sha256(der).hex().replaceAll("(.{4})(?=.)", "$1 ");
        } catch (GeneralSecurityException | IOException e) {
            return "";
        }
    }

    /** The authority's certificate, as devices take it. */
    Bytes forDevices() {
        try {
            return Bytes.wrap(Files.readAllBytes(file()));
        } catch (IOException e) {
            return Bytes.EMPTY;
        }
    }

    private KeyStore store() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve("home.p12"))) {
            store.load(in, Files.readString(folder.resolve("password")).toCharArray());
        }
        return store;
    }

    SSLContext context() {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store(), Files.readString(folder.resolve("password")).toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the home's certificate can't be used", e);
        }
    }
}
