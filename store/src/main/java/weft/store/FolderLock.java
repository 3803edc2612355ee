package weft.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/** Held by the one process that uses a folder. The operating system drops it when the process ends, however it ends. */
public final class FolderLock implements AutoCloseable {
    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Makes the folder where it is missing (readable by its owner alone) and takes its lock.
     *
     * @throws StoreException {@code BUSY} where another process has it
     */
    public static FolderLock take(Path folder) {
        FolderDisk.makeFolder(folder);
        FileChannel channel = null;
        try {
            channel = FileChannel.open(folder.resolve("lock"), Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), FolderDisk.ownerOnly(folder));
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new FolderLock(channel);
            }
        } catch (OverlappingFileLockException e) {
            // This very process has it: the same answer as for another one.
        } catch (IOException e) {
            throw FolderDisk.trouble(folder, e);
        }
        closeQuietly(channel);
        throw new StoreException(StoreException.Code.BUSY,
                "Another Weft is already using the folder " + folder + ". Use that one, stop it, or choose another folder with --data.");
    }

    private static void closeQuietly(@org.jspecify.annotations.Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException ignored) {
            // The lock was not taken; nothing hangs on this channel.
        }
    }

    @Override
    public void close() {
        closeQuietly(channel);
    }
}
