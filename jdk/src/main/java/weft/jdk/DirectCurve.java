package weft.jdk;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import fr.acinq.secp256k1.Secp256k1;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import weft.primitives.Secret;

/**
 * libsecp256k1's own functions, called through the foreign-function interface. Keys go from their cell to a scratch
 * cell, both outside the heap, and the scratch cell is zeroed when the call returns. Where the JNI interface has only
 * messages of 32 bytes and a multiplication whose time depends on the key, this has messages of any size and
 * {@code secp256k1_ecdh}, whose time does not.
 *
 * <pre>
 * scratch cell   0  result or signature (64)
 *               64  parsed public key (64)
 *              128  key pair (96)
 *              224  secret key (32)
 *              256  auxiliary randomness or serialised public key (48)
 *              304  parameters of the signature (24)
 *              328  message
 * </pre>
 */
final class DirectCurve implements Curve {
    private static final int POINT = 64;
    private static final int PAIR = 128;
    private static final int KEY = 224;
    private static final int INPUT = 256;
    private static final int EXTRA = 304;
    private static final int MESSAGE = 328;
    private static final int CONTEXT_NONE = 1;

    /** A power of two. */
    private static final int PARSED = 256;
    private static final int POINT_SIZE = 64;

    private final MemorySegment context;
    private final MemorySegment takeX;
    private final MethodHandle keyVerify;
    private final MethodHandle pointParse;
    private final MethodHandle xOnlyParse;
    private final MethodHandle xOnlySerialize;
    private final MethodHandle pairCreate;
    private final MethodHandle pairXOnly;
    private final MethodHandle sign;
    private final MethodHandle verify;
    private final MethodHandle ecdh;
    /** Public keys parsed lately, each in the place that its first bytes tell: to find the point of a circle's key takes a tenth of a verification. */
    private final AtomicReferenceArray<Parsed> parsed = new AtomicReferenceArray<>(PARSED);

    /** A public key and the library's form of its point; neither array is ever changed. */
    private static final class Parsed {
        private final byte[] xOnly;
        private final byte[] point;

        Parsed(byte[] xOnly, byte[] point) {
            this.xOnly = xOnly;
            this.point = point;
        }
    }

    @SuppressWarnings("restricted")
    private DirectCurve() throws ReflectiveOperationException {
        keyVerify = function("secp256k1_ec_seckey_verify", JAVA_INT, ADDRESS, ADDRESS);
        pointParse = function("secp256k1_ec_pubkey_parse", JAVA_INT, ADDRESS, ADDRESS, ADDRESS, JAVA_LONG);
        xOnlyParse = function("secp256k1_xonly_pubkey_parse", JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
        xOnlySerialize = function("secp256k1_xonly_pubkey_serialize", JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
        pairCreate = function("secp256k1_keypair_create", JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
        pairXOnly = function("secp256k1_keypair_xonly_pub", JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS);
        sign = function("secp256k1_schnorrsig_sign_custom", JAVA_INT, ADDRESS, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS);
        verify = function("secp256k1_schnorrsig_verify", JAVA_INT, ADDRESS, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS);
        ecdh = function("secp256k1_ecdh", JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS);
        MethodHandle copyX = MethodHandles.lookup().findStatic(DirectCurve.class, "copyX",
                MethodType.methodType(int.class, MemorySegment.class, MemorySegment.class, MemorySegment.class, MemorySegment.class));
        takeX = Linker.nativeLinker().upcallStub(copyX, FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS), Arena.global());
        context = blinded();
    }

    /** This way, where the loaded library shows its functions. */
    static Optional<Curve> load() {
        Secp256k1.get();
        try {
            return Optional.of(new DirectCurve());
        } catch (ReflectiveOperationException | NoSuchElementException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    @SuppressWarnings("restricted")
    private static MethodHandle function(String name, MemoryLayout result, MemoryLayout... arguments) {
        MemorySegment address = SymbolLookup.loaderLookup().find(name).orElseThrow();
        return Linker.nativeLinker().downcallHandle(address, FunctionDescriptor.of(result, arguments));
    }

    /** A context whose multiplications are blinded with fresh randomness, against side channels. */
    private static MemorySegment blinded() {
        MethodHandle create = function("secp256k1_context_create", ADDRESS, JAVA_INT);
        MethodHandle randomize = function("secp256k1_context_randomize", JAVA_INT, ADDRESS, ADDRESS);
        byte[] seed = new byte[32];
        new SecureRandom().nextBytes(seed);
        MemorySegment cell = SecretMemory.SHARED.take(seed.length);
        try {
            MemorySegment.copy(seed, 0, cell, JAVA_BYTE, 0, seed.length);
            MemorySegment context = (MemorySegment) create.invokeExact(CONTEXT_NONE);
            must((int) randomize.invokeExact(context, cell));
            return context;
        } catch (Throwable e) {
            throw failed(e);
        } finally {
            SecretMemory.SHARED.giveBack(cell);
            Arrays.fill(seed, (byte) 0);
        }
    }

    /** Called by secp256k1_ecdh instead of its hash: the shared x coordinate as it is. */
    @SuppressWarnings({"restricted", "UnusedMethod", "UnusedVariable"})
    private static int copyX(MemorySegment output, MemorySegment x, MemorySegment y, MemorySegment data) {
        MemorySegment.copy(x.reinterpret(32), 0, output.reinterpret(32), 0, 32);
        return 1;
    }

    @Override
    public boolean isKey(Secret key) {
        MemorySegment cell = SecretMemory.SHARED.take(MESSAGE);
        try {
            put(key, cell);
            return (int) keyVerify.invokeExact(context, cell.asSlice(KEY)) == 1;
        } catch (Throwable e) {
            throw failed(e);
        } finally {
            SecretMemory.SHARED.giveBack(cell);
        }
    }

    @Override
    public boolean isPublicKey(byte[] xOnly) {
        MemorySegment cell = SecretMemory.SHARED.take(MESSAGE);
        try {
            return parse(cell, xOnly);
        } catch (Throwable e) {
            throw failed(e);
        } finally {
            SecretMemory.SHARED.giveBack(cell);
        }
    }

    private boolean parse(MemorySegment cell, byte[] xOnly) throws Throwable {
        int place = (xOnly[0] ^ xOnly[31] << 1) & PARSED - 1;
        Parsed known = parsed.get(place);
        if (known != null && Arrays.equals(known.xOnly, xOnly)) {
            MemorySegment.copy(known.point, 0, cell, JAVA_BYTE, POINT, POINT_SIZE);
            return true;
        }
        MemorySegment.copy(xOnly, 0, cell, JAVA_BYTE, INPUT, 32);
        if ((int) xOnlyParse.invokeExact(context, cell.asSlice(POINT), cell.asSlice(INPUT)) != 1) {
            return false;
        }
        byte[] point = new byte[POINT_SIZE];
        MemorySegment.copy(cell, JAVA_BYTE, POINT, point, 0, POINT_SIZE);
        parsed.set(place, new Parsed(xOnly, point));
        return true;
    }

    @Override
    public byte[] publicKey(Secret key) {
        MemorySegment cell = SecretMemory.SHARED.take(MESSAGE);
        try {
            put(key, cell);
            must((int) pairCreate.invokeExact(context, cell.asSlice(PAIR), cell.asSlice(KEY)));
            must((int) pairXOnly.invokeExact(context, cell.asSlice(POINT), MemorySegment.NULL, cell.asSlice(PAIR)));
            must((int) xOnlySerialize.invokeExact(context, cell, cell.asSlice(POINT)));
            return out(cell, 32);
        } catch (Throwable e) {
            throw failed(e);
        } finally {
            SecretMemory.SHARED.giveBack(cell);
        }
    }

    @Override
    public byte[] sign(Secret key, byte[] message, byte[] auxiliary) {
        MemorySegment cell = SecretMemory.SHARED.take(MESSAGE + message.length);
        try {
            put(key, cell);
            must((int) pairCreate.invokeExact(context, cell.asSlice(PAIR), cell.asSlice(KEY)));
            MemorySegment.copy(auxiliary, 0, cell, JAVA_BYTE, INPUT, 32);
            MemorySegment.copy(message, 0, cell, JAVA_BYTE, MESSAGE, message.length);
            // struct { unsigned char magic[4]; nonce function (null: BIP-340's); void *auxiliary }
            MemorySegment.copy(new byte[] {(byte) 0xda, 0x6f, (byte) 0xb3, (byte) 0x8c}, 0, cell, JAVA_BYTE, EXTRA, 4);
            cell.set(ADDRESS, EXTRA + 16, cell.asSlice(INPUT));
            must((int) sign.invokeExact(context, cell, cell.asSlice(MESSAGE), (long) message.length, cell.asSlice(PAIR), cell.asSlice(EXTRA)));
            return out(cell, 64);
        } catch (Throwable e) {
            throw failed(e);
        } finally {
            SecretMemory.SHARED.giveBack(cell);
        }
    }

    @Override
    public boolean verify(byte[] publicKey, byte[] message, byte[] signature) {
        MemorySegment cell = SecretMemory.SHARED.take(MESSAGE + message.length);
        try {
            if (!parse(cell, publicKey)) {
                return false;
            }
            MemorySegment.copy(signature, 0, cell, JAVA_BYTE, 0, 64);
            MemorySegment.copy(message, 0, cell, JAVA_BYTE, MESSAGE, message.length);
            return (int) verify.invokeExact(context, cell, cell.asSlice(MESSAGE), (long) message.length, cell.asSlice(POINT)) == 1;
        } catch (Throwable e) {
            throw failed(e);
        } finally {
            SecretMemory.SHARED.giveBack(cell);
        }
    }

    @Override
    public Optional<Secret> agree(Secret key, byte[] publicKey) {
        MemorySegment cell = SecretMemory.SHARED.take(MESSAGE);
        try {
            cell.set(JAVA_BYTE, INPUT, (byte) 2);
            MemorySegment.copy(publicKey, 0, cell, JAVA_BYTE, INPUT + 1, 32);
            if ((int) pointParse.invokeExact(context, cell.asSlice(POINT), cell.asSlice(INPUT), 33L) != 1) {
                return Optional.empty();
            }
            put(key, cell);
            must((int) ecdh.invokeExact(context, cell, cell.asSlice(POINT), cell.asSlice(KEY), takeX, MemorySegment.NULL));
            return Optional.of(new NativeSecret(cell, 32));
        } catch (Throwable e) {
            throw failed(e);
        } finally {
            SecretMemory.SHARED.giveBack(cell);
        }
    }

    private static void put(Secret key, MemorySegment cell) {
        if (key instanceof NativeSecret mine) {
            mine.copyTo(cell, KEY);
            return;
        }
        byte[] bytes = new byte[32];
        key.copyTo(bytes, 0);
        MemorySegment.copy(bytes, 0, cell, JAVA_BYTE, KEY, 32);
        Arrays.fill(bytes, (byte) 0);
    }

    private static byte[] out(MemorySegment cell, int size) {
        byte[] out = new byte[size];
        MemorySegment.copy(cell, JAVA_BYTE, 0, out, 0, size);
        return out;
    }

    private static void must(int done) {
        if (done != 1) {
            throw new IllegalStateException("libsecp256k1 refused what had been checked");
        }
    }

    private static RuntimeException failed(Throwable e) {
        return switch (e) {
            case Error error -> throw error;
            case RuntimeException exception -> exception;
            default -> new IllegalStateException("libsecp256k1 could not be called", e);
        };
    }
}
