package weft.store;

import java.util.List;
import java.util.Optional;
import weft.primitives.Bytes;
import weft.primitives.Secret;

/**
 * The few things that the vault does to a folder, as a port: the simulator and the tests break it at every step. Nothing
 * is durable before the {@code sync} that belongs to it: contents by {@link #sync}, names by {@link #syncFolder}. Every
 * method may throw a {@link StoreException}.
 */
public interface Disk {
    /** A file's content, or nothing where there is no such file. */
    Optional<Bytes> read(String name);

    /** A part of a file, or nothing where the file is missing or shorter. */
    Optional<Bytes> readPart(String name, long offset, int size);

    /** A part of a file as a secret, or nothing where the file is missing or shorter. */
    Optional<Secret> readSecret(String name, long offset, int size);

    /** Makes a file, or replaces its content; old content may stay on the medium. */
    void write(String name, Bytes content);

    /** Writes over a part of an existing file, at the same place on the medium as far as the file system allows. */
    void overwrite(String name, long offset, Bytes content);

    /** The same with a secret. */
    void overwrite(String name, long offset, Secret content);

    /** Makes a file's content durable. */
    void sync(String name);

    /** Removes a file; nothing happens where there is none. */
    void delete(String name);

    /** The names of all files, in order. */
    List<String> list();

    /** Makes names durable: files made and deleted. */
    void syncFolder();
}
