package weft.jdk;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.jspecify.annotations.Nullable;
import weft.primitives.Secret;

/** A secret in a cell of {@link SecretMemory}. Reading and destroying exclude each other, so no reader meets a cell that is someone else's by now. */
final class NativeSecret extends Secret {
    private final int size;
    private @Nullable MemorySegment cell;

    /** Copies the bytes in; the caller wipes the array. */
    NativeSecret(byte[] bytes, int from, int size) {
        this.size = size;
        MemorySegment fresh = SecretMemory.SHARED.take(size);
        MemorySegment.copy(bytes, from, fresh, ValueLayout.JAVA_BYTE, 0, size);
        this.cell = fresh;
    }

    /** Copies the first bytes of other native memory. */
    NativeSecret(MemorySegment other, int size) {
        this.size = size;
        MemorySegment fresh = SecretMemory.SHARED.take(size);
        MemorySegment.copy(other, 0, fresh, 0, size);
        this.cell = fresh;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public synchronized boolean destroyed() {
        return cell == null;
    }

    @Override
    public synchronized void copyTo(byte[] target, int at) {
        MemorySegment.copy(open(), ValueLayout.JAVA_BYTE, 0, target, at, size);
    }

    /** Copies the bytes into other native memory. */
    synchronized void copyTo(MemorySegment target, long at) {
        MemorySegment.copy(open(), 0, target, at, size);
    }

    @Override
    public synchronized Secret copy() {
        return new NativeSecret(open(), size);
    }

    @Override
    public synchronized void destroy() {
        MemorySegment mine = cell;
        if (mine != null) {
            cell = null;
            SecretMemory.SHARED.giveBack(mine);
        }
    }

    /** The memory itself, for the tests that look whether it has been zeroed. */
    synchronized MemorySegment open() {
        MemorySegment mine = cell;
        if (mine == null) {
            throw new IllegalStateException("the secret has been destroyed");
        }
        return mine;
    }
}
