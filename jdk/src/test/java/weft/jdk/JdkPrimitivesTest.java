package weft.jdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weft.primitives.Bytes;
import weft.primitives.Entropy;
import weft.primitives.Secret;

class JdkPrimitivesTest {
    private static final JdkPrimitives P = new JdkPrimitives();
    private static final Entropy E = new JdkEntropy();

    private static byte[] bytes(int size) {
        byte[] out = new byte[size];
        java.util.Arrays.fill(out, (byte) 0x5a);
        return out;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 31, 32, 33, 64, 4_096, 65_536, 65_537, 1_000_000})
    void destroyedSecretsAreZeroedInNativeMemory(int size) {
        byte[] given = bytes(size);
        NativeSecret secret = (NativeSecret) P.keep(given);
        assertThat(given).containsOnly(new byte[size]);
        MemorySegment cell = secret.open();
        assertThat(cell.isNative()).isTrue();
        assertThat(cell.asSlice(0, size).toArray(ValueLayout.JAVA_BYTE)).isEqualTo(bytes(size));
        secret.destroy();
        assertThat(secret.destroyed()).isTrue();
        assertThat(cell.toArray(ValueLayout.JAVA_BYTE)).containsOnly(new byte[(int) cell.byteSize()]);
        secret.destroy();
        assertThat(secret.size()).isEqualTo(size);
        assertThatThrownBy(() -> secret.copyTo(new byte[size], 0)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(secret::copy).isInstanceOf(IllegalStateException.class);
        assertThat(secret).hasToString("Secret(destroyed)");
    }

    /** In a process of its own, since it can't be seen from outside afterwards. */
    @Test
    void aGuardedProcessIsClosedToDumpsAndReaders() throws Exception {
        Assumptions.assumeTrue(System.getProperty("os.name").equals("Linux"), "only Linux has prctl");
        Process process = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path"), Guarded.class.getName()).redirectErrorStream(true).start();
        assertThat(new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).lines().toList())
                .containsSubsequence("before false", "closing true", "after true");
        assertThat(process.waitFor()).isZero();
    }

    /** What the other process does. */
    static final class Guarded {
        public static void main(String[] args) {
            System.out.println("before " + ProcessGuard.closed());
            System.out.println("closing " + ProcessGuard.close());
            System.out.println("after " + ProcessGuard.closed());
        }
    }

    /** Fresh secrets leave no copy in an array that nobody wipes: the source fills the very array that is taken in. */
    @Test
    void freshSecretsAreFilledInPlace() {
        java.util.List<byte[]> given = new java.util.ArrayList<>();
        weft.primitives.Entropy source = new weft.primitives.Entropy() {
            @Override
            public weft.primitives.Bytes next(int size) {
                throw new AssertionError("a copy would stay");
            }

            @Override
            public void fill(byte[] target) {
                java.util.Arrays.fill(target, (byte) 7);
                given.add(target);
            }
        };
        try (weft.primitives.Secret fresh = new JdkPrimitives().fresh(source, 32)) {
            byte[] out = new byte[32];
            fresh.copyTo(out, 0);
            assertThat(out).containsOnly(7);
        }
        assertThat(given).hasSize(1).allSatisfy(array -> assertThat(array).containsOnly(0));
    }

    @Test
    void aCopyLivesOnItsOwn() {
        Secret one = P.keep(bytes(32));
        Secret copy = one.copy();
        one.destroy();
        byte[] out = new byte[32];
        copy.copyTo(out, 0);
        assertThat(out).isEqualTo(bytes(32));
        copy.destroy();
    }

    @Test
    void everyOperationOnADestroyedSecretIsRefused() {
        Secret gone = P.keep(bytes(32));
        gone.destroy();
        List<Runnable> uses = List.of(
                () -> P.hmac(gone, Bytes.EMPTY), () -> P.tag(gone, Bytes.EMPTY), () -> P.descend(gone, 0, 1),
                () -> P.hkdfExtract(Bytes.EMPTY, gone), () -> P.hkdfExpand(gone, Bytes.EMPTY, 32),
                () -> P.chacha20(gone, Bytes.wrap(new byte[12]), Bytes.EMPTY), () -> P.aesEncryptBlock(gone, Bytes.wrap(new byte[16])),
                () -> P.publicKey(gone), () -> P.sign(gone, Bytes.EMPTY, Bytes.wrap(new byte[32])), () -> P.agree(gone, Bytes.wrap(new byte[32])),
                () -> P.argon2id(gone, Bytes.wrap(new byte[16]), 64, 1, 1));
        assertThat(uses).allSatisfy(use -> assertThatThrownBy(use::run).isInstanceOf(IllegalStateException.class));
    }

    @Test
    void wrongSizesOfOurOwnAreMistakesAndOfOthersAreAnswers() {
        Secret shorter = P.keep(bytes(31));
        assertThat(P.isKey(shorter)).isFalse();
        assertThat(P.isKey(P.keep(new byte[32]))).isFalse();
        List<Runnable> mistakes = List.of(
                () -> P.descend(shorter, 0, 1), () -> P.descend(P.keep(bytes(32)), 0, 64), () -> P.publicKey(shorter),
                () -> P.sign(P.keep(bytes(32)), Bytes.EMPTY, Bytes.EMPTY), () -> P.hkdfExpand(shorter, Bytes.EMPTY, 8_161),
                () -> P.chacha20(shorter, Bytes.wrap(new byte[12]), Bytes.EMPTY), () -> P.aesDecryptBlock(P.keep(bytes(32)), Bytes.EMPTY));
        assertThat(mistakes).allSatisfy(use -> assertThatThrownBy(use::run).isInstanceOf(IllegalArgumentException.class));
        for (int size : new int[] {0, 1, 31, 32, 33, 64, 65}) {
            assertThat(P.verify(Bytes.wrap(new byte[size]), Bytes.EMPTY, Bytes.wrap(new byte[64]))).isFalse();
            assertThat(P.verify(Bytes.wrap(new byte[32]), Bytes.EMPTY, Bytes.wrap(new byte[size]))).isFalse();
            assertThat(P.isPublicKey(Bytes.wrap(new byte[size]))).isFalse();
            assertThat(P.agree(P.keep(bytes(32)), Bytes.wrap(new byte[size]))).isEmpty();
        }
    }

    @Test
    void bothWaysToTheLibraryAgree() {
        Curve direct = DirectCurve.load().orElseThrow();
        Curve jni = new JniCurve();
        for (int i = 0; i < 50; i++) {
            Secret key = P.freshKey(E);
            Secret other = P.freshKey(E);
            byte[] message = E.next(32).toArray();
            byte[] auxiliary = E.next(32).toArray();
            byte[] publicKey = direct.publicKey(key);
            byte[] signature = direct.sign(key, message, auxiliary);
            assertThat(jni.publicKey(key)).isEqualTo(publicKey);
            assertThat(jni.sign(key, message, auxiliary)).isEqualTo(signature);
            assertThat(jni.verify(publicKey, message, signature)).isTrue();
            message[0] ^= 1;
            assertThat(jni.verify(publicKey, message, signature)).isFalse().isEqualTo(direct.verify(publicKey, message, signature));
            assertThat(plain(jni.agree(key, jni.publicKey(other)).orElseThrow())).isEqualTo(plain(direct.agree(other, publicKey).orElseThrow()));
            byte[] random = E.next(32).toArray();
            assertThat(jni.isPublicKey(random)).isEqualTo(direct.isPublicKey(random));
            assertThat(jni.isKey(key)).isTrue();
        }
    }

    private static Bytes plain(Secret secret) {
        byte[] out = new byte[secret.size()];
        secret.copyTo(out, 0);
        return Bytes.wrap(out);
    }

    @Test
    void manyThreadsGetTheSameAnswersAsOneAndLoseNoCell() throws Exception {
        Secret seed = P.keep(bytes(32));
        Bytes nonce = Bytes.wrap(new byte[12]);
        Bytes descended = plain(P.descend(seed, 0x123456789abcL, 48));
        Bytes hidden = P.chacha20(seed, nonce, Bytes.wrap(bytes(500)));
        Bytes publicKey = P.publicKey(seed);
        long before = JdkPrimitives.secretsAlive();
        Callable<Void> work = () -> {
            for (int i = 0; i < 400; i++) {
                try (Secret leaf = P.descend(seed, 0x123456789abcL, 48)) {
                    assertThat(plain(leaf)).isEqualTo(descended);
                }
                assertThat(P.chacha20(seed, nonce, hidden)).isEqualTo(Bytes.wrap(bytes(500)));
                Bytes message = E.next(32);
                assertThat(P.verify(publicKey, message, P.sign(seed, message, E.next(32)))).isTrue();
            }
            return null;
        };
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Void>> running = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                running.add(threads.submit(work));
            }
            for (Future<Void> each : running) {
                each.get();
            }
        }
        assertThat(JdkPrimitives.secretsAlive()).isEqualTo(before);
    }

    @Test
    void aSecretDestroyedWhileOthersReadItGivesItsBytesOrRefuses() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (int i = 0; i < 2_000; i++) {
                Secret secret = P.keep(bytes(32));
                Future<Boolean> reader = threads.submit(() -> {
                    byte[] out = new byte[32];
                    try {
                        secret.copyTo(out, 0);
                        return java.util.Arrays.equals(out, bytes(32));
                    } catch (IllegalStateException destroyed) {
                        return true;
                    }
                });
                secret.destroy();
                P.keep(new byte[32]).destroy();
                assertThat(reader.get()).isTrue();
            }
        }
    }
}
