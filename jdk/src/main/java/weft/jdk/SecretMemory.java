package weft.jdk;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.ArrayDeque;
import java.util.Optional;

/**
 * Memory for secrets, outside the garbage-collected heap, so that no collector leaves copies behind.
 *
 * <p>Cells have a power of two as their size, 32 bytes at least. Cells of up to a slab are cut from slabs of 64 KiB;
 * larger ones are allocated one by one. A cell given back is zeroed at once and used again for the same size; memory is
 * never returned to the system, so a secret can't reach a page that somebody else reads later. Slabs are kept out of
 * swap (mlock) and out of core dumps (madvise) where the system grants it; where it does not, everything goes on
 * without, which {@code docs/threat-model.md} says.
 */
final class SecretMemory {
    /** The one memory of this process. */
    static final SecretMemory SHARED = new SecretMemory();

    private static final int SMALLEST = 32;
    private static final int SLAB = 65_536;
    private static final int PAGE = 4_096;
    private static final int CLASSES = 26;
    private static final int DO_NOT_DUMP = 16;

    private final Arena arena = Arena.ofShared();
    private final ArrayDeque<MemorySegment>[] free = freeLists();
    private final Optional<MethodHandle> lock = function("mlock", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG));
    private final Optional<MethodHandle> advise = System.getProperty("os.name", "").equals("Linux")
            ? function("madvise", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT))
            : Optional.empty();
    private long live;
    private long reserved;
    private long locked;

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static ArrayDeque<MemorySegment>[] freeLists() {
        ArrayDeque<MemorySegment>[] lists = new ArrayDeque[CLASSES];
        for (int i = 0; i < CLASSES; i++) {
            lists[i] = new ArrayDeque<>();
        }
        return lists;
    }

    /** A zeroed cell of at least so many bytes. */
    synchronized MemorySegment take(int size) {
        int order = order(size);
        MemorySegment cell = free[order].poll();
        if (cell == null) {
            grow(order);
            cell = free[order].remove();
        }
        live++;
        return cell;
    }

    /** Zeroes a cell and takes it back. */
    synchronized void giveBack(MemorySegment cell) {
        cell.fill((byte) 0);
        free[order((int) cell.byteSize())].push(cell);
        live--;
    }

    /** How many cells are in use. */
    synchronized long live() {
        return live;
    }

    /** How many bytes have been taken from the system. */
    synchronized long reserved() {
        return reserved;
    }

    /** How many of them the system keeps out of swap. */
    synchronized long locked() {
        return locked;
    }

    private static int order(int size) {
        int cells = Math.max(1, (size + SMALLEST - 1) / SMALLEST);
        int order = 32 - Integer.numberOfLeadingZeros(cells - 1);
        if (order >= CLASSES) {
            throw new IllegalArgumentException("a secret of " + size + " bytes is too large");
        }
        return order;
    }

    private void grow(int order) {
        long cell = (long) SMALLEST << order;
        long size = Math.max(SLAB, cell);
        MemorySegment slab = arena.allocate(size, PAGE);
        reserved += size;
        guard(slab);
        for (long at = 0; at < size; at += cell) {
            free[order].add(slab.asSlice(at, cell));
        }
    }

    private void guard(MemorySegment slab) {
        try {
            if (lock.isPresent() && (int) lock.get().invokeExact(slab, slab.byteSize()) == 0) {
                locked += slab.byteSize();
            }
            if (advise.isPresent()) {
                int ignored = (int) advise.get().invokeExact(slab, slab.byteSize(), DO_NOT_DUMP);
            }
        } catch (Throwable e) {
            throw new IllegalStateException("the system's memory functions could not be called", e);
        }
    }

    @SuppressWarnings("restricted")
    private static Optional<MethodHandle> function(String name, FunctionDescriptor shape) {
        try {
            Linker linker = Linker.nativeLinker();
            return linker.defaultLookup().find(name).map(address -> linker.downcallHandle(address, shape));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }
}
