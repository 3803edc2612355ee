package weft.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.primitives.Secret;

/** A folder of a real disk; its files can be read by their owner alone. */
public final class FolderDisk implements Disk {
    private static final FileAttribute<?>[] NONE = {};

    private final Path folder;
    private final Primitives primitives;

    /** Makes the folder where it is missing. */
    public FolderDisk(Path folder, Primitives primitives) {
        this.folder = folder;
        this.primitives = primitives;
        makeFolder(folder);
    }

    @Override
    public Optional<Bytes> read(String name) {
        try {
            return Optional.of(Bytes.wrap(Files.readAllBytes(folder.resolve(name))));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw trouble(folder.resolve(name), e);
        }
    }

    @Override
    public Optional<Bytes> readPart(String name, long offset, int size) {
        return readBytes(name, offset, size).map(Bytes::wrap);
    }

    @Override
    public Optional<Secret> readSecret(String name, long offset, int size) {
        return readBytes(name, offset, size).map(primitives::keep);
    }

    private Optional<byte[]> readBytes(String name, long offset, int size) {
        byte[] out = new byte[size];
        try (FileChannel channel = FileChannel.open(folder.resolve(name), StandardOpenOption.READ)) {
            ByteBuffer buffer = ByteBuffer.wrap(out);
            while (buffer.hasRemaining()) {
                if (channel.read(buffer, offset + buffer.position()) < 0) {
                    Arrays.fill(out, (byte) 0);
                    return Optional.empty();
                }
            }
            return Optional.of(out);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw trouble(folder.resolve(name), e);
        }
    }

    @Override
    public void write(String name, Bytes content) {
        Path file = folder.resolve(name);
        Set<StandardOpenOption> how = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        try (FileChannel channel = FileChannel.open(file, how, ownerOnly(folder))) {
            writeAll(channel, 0, content.toArray());
        } catch (IOException e) {
            throw trouble(file, e);
        }
    }

    @Override
    public void overwrite(String name, long offset, Bytes content) {
        overwriteBytes(name, offset, content.toArray());
    }

    @Override
    public void overwrite(String name, long offset, Secret content) {
        byte[] copy = new byte[content.size()];
        content.copyTo(copy, 0);
        try {
            overwriteBytes(name, offset, copy);
        } finally {
            Arrays.fill(copy, (byte) 0);
        }
    }

    private void overwriteBytes(String name, long offset, byte[] content) {
        Path file = folder.resolve(name);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            writeAll(channel, offset, content);
        } catch (IOException e) {
            throw trouble(file, e);
        }
    }

    private static void writeAll(FileChannel channel, long offset, byte[] content) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(content);
        while (buffer.hasRemaining()) {
            channel.write(buffer, offset + buffer.position());
        }
    }

    @Override
    public void sync(String name) {
        force(folder.resolve(name), StandardOpenOption.WRITE);
    }

    @Override
    public void delete(String name) {
        try {
            Files.deleteIfExists(folder.resolve(name));
        } catch (IOException e) {
            throw trouble(folder.resolve(name), e);
        }
    }

    @Override
    public List<String> list() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).map(file -> String.valueOf(file.getFileName())).sorted().toList();
        } catch (IOException e) {
            throw trouble(folder, e);
        }
    }

    @Override
    public void syncFolder() {
        // Windows has no such thing and needs none; everywhere else a failure is one.
        if (isPosix(folder)) {
            force(folder, StandardOpenOption.READ);
        }
    }

    private static void force(Path file, StandardOpenOption how) {
        try (FileChannel channel = FileChannel.open(file, how)) {
            channel.force(true);
        } catch (IOException e) {
            throw trouble(file, e);
        }
    }

    /** Makes a folder, and those above it, that only its owner can enter. */
    static void makeFolder(Path folder) {
        try {
            if (!Files.isDirectory(folder)) {
                FileAttribute<?>[] rights = isPosix(folder)
                        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))} : NONE;
                Files.createDirectories(folder, rights);
            }
        } catch (IOException e) {
            throw trouble(folder, e);
        }
    }

    /** The attributes of a file that only its owner can read, where the file system knows such. */
    static FileAttribute<?>[] ownerOnly(Path folder) {
        return isPosix(folder) ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))} : NONE;
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** What an I/O error means to a person. */
    static StoreException trouble(Path path, IOException e) {
        String words = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        if (words.contains("no space left") || words.contains("quota exceeded") || words.contains("not enough space")
                || words.contains("file too large")) {
            return new StoreException(StoreException.Code.DISK_FULL,
                    "The disk is full, " + path + " could not be written. Make room, then try again.", e);
        }
        if (e instanceof AccessDeniedException || e.getCause() instanceof ReadOnlyFileSystemException || words.contains("read-only")) {
            return new StoreException(StoreException.Code.READ_ONLY,
                    "No right to write " + path + ". Give this user the right, or choose another folder with --data.", e);
        }
        if (words.contains("too many open files")) {
            return new StoreException(StoreException.Code.UNREACHABLE,
                    "Too many files are open to use " + path + ". Raise the limit (ulimit -n 4096), then start again.", e);
        }
        return new StoreException(StoreException.Code.UNREACHABLE,
                "Can't use " + path + " (" + e.getClass().getSimpleName() + "). Is the disk still there?", e);
    }
}
