package weft.node.shell;

import java.util.List;
import java.util.Optional;
import weft.primitives.Bytes;
import weft.primitives.Secret;
import weft.store.Disk;
import weft.store.StoreException;

/** A disk that refuses to write for as long as it is told to. */
final class BreakingDisk implements Disk {
    private final Disk inner;
    volatile boolean readOnly;

    BreakingDisk(Disk inner) {
        this.inner = inner;
    }

    private void check() {
        if (readOnly) {
            throw new StoreException(StoreException.Code.READ_ONLY, "No right to write. Give this user the right, or choose another folder with --data.");
        }
    }

    @Override
    public Optional<Bytes> read(String name) {
        return inner.read(name);
    }

    @Override
    public Optional<Bytes> readPart(String name, long offset, int size) {
        return inner.readPart(name, offset, size);
    }

    @Override
    public Optional<Secret> readSecret(String name, long offset, int size) {
        return inner.readSecret(name, offset, size);
    }

    @Override
    public void write(String name, Bytes content) {
        check();
        inner.write(name, content);
    }

    @Override
    public void overwrite(String name, long offset, Bytes content) {
        check();
        inner.overwrite(name, offset, content);
    }

    @Override
    public void overwrite(String name, long offset, Secret content) {
        check();
        inner.overwrite(name, offset, content);
    }

    @Override
    public void sync(String name) {
        check();
        inner.sync(name);
    }

    @Override
    public void delete(String name) {
        check();
        inner.delete(name);
    }

    @Override
    public List<String> list() {
        return inner.list();
    }

    @Override
    public void syncFolder() {
        check();
        inner.syncFolder();
    }
}
