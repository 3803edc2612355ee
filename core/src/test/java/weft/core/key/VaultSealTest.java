package weft.core.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weft.jdk.JdkPrimitives;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.primitives.Secret;
import weft.wire.json.Checked;

class VaultSealTest {
    private static final Primitives P = new JdkPrimitives();
    private final SeededEntropy entropy = new SeededEntropy(3);
    private final VaultSeal.Lock lock = new VaultSeal.Lock(entropy.next(16), 64, 1, 1);
    private final Secret passphrase = VaultSeal.passphraseKey(P, P.keep(Bytes.utf8("seven geese in a row").toArray()), lock);
    private final Secret fileKey = P.fresh(entropy, 32);

    private static VaultFault fault(Checked<?> checked) {
        return (VaultFault) ((Checked.Bad<?>) checked).fault();
    }

    private Bytes sealed(int size) {
        return VaultSeal.seal(P, passphrase, fileKey, lock, P.keep(new byte[size]), entropy);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4_091, 4_092, 4_093, 100_000})
    void contentComesBack(int size) {
        Bytes content = entropy.next(size);
        Bytes sealed = VaultSeal.seal(P, passphrase, fileKey, lock, P.keep(content.toArray()), entropy);
        assertThat(VaultSeal.lock(sealed)).isEqualTo(Checked.good(lock));
        assertThat(Vectors.hex(VaultSeal.open(P, passphrase, fileKey, sealed).orThrow())).isEqualTo(content.hex());
        assertThat((sealed.size() - 132) % 4_096).isZero();
    }

    @Test
    void neitherKeyAloneOpens() {
        Bytes sealed = sealed(10);
        assertThat(fault(VaultSeal.open(P, P.fresh(entropy, 32), fileKey, sealed))).isEqualTo(VaultFault.WRONG_KEY);
        assertThat(fault(VaultSeal.open(P, passphrase, P.fresh(entropy, 32), sealed))).isEqualTo(VaultFault.WRONG_KEY);
        assertThat(fault(VaultSeal.open(P, fileKey, passphrase, sealed))).isEqualTo(VaultFault.WRONG_KEY);
    }

    @Test
    void everyAlterationIsFoundAndToldApart() {
        byte[] sealed = sealed(10).toArray();
        for (int i = 0; i < sealed.length; i++) {
            byte[] altered = sealed.clone();
            altered[i] ^= (byte) 0x80;
            VaultFault found = fault(VaultSeal.open(P, passphrase, fileKey, Bytes.wrap(altered)));
            // Only the tag stands outside the digest.
            VaultFault wanted = i < 8 ? VaultFault.NOT_A_VAULT : i >= sealed.length - 32 ? VaultFault.WRONG_KEY : VaultFault.DAMAGED;
            assertThat(found).isIn(wanted, i >= 8 && i < 20 ? VaultFault.WRONG_LOCK : wanted);
        }
    }

    @Test
    void everyCutIsFound() {
        byte[] sealed = sealed(10).toArray();
        for (int size = 0; size < sealed.length; size++) {
            assertThat(fault(VaultSeal.open(P, passphrase, fileKey, Bytes.wrap(Arrays.copyOf(sealed, size)))))
                    .isEqualTo(size < 8 ? VaultFault.NOT_A_VAULT : VaultFault.WRONG_SIZE);
        }
    }

    @Test
    void aLockThatWouldTakeForEverIsRefusedBeforeAnyWork() {
        byte[] sealed = sealed(10).toArray();
        for (int at : new int[] {8, 12, 16}) {
            byte[] altered = sealed.clone();
            altered[at] = (byte) 0xff;
            assertThat(fault(VaultSeal.lock(Bytes.wrap(altered)))).isEqualTo(VaultFault.WRONG_LOCK);
        }
        assertThatThrownBy(() -> new VaultSeal.Lock(entropy.next(16), 7, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sealingAndOpeningLeaveNoSecretBehind() {
        Secret content = P.fresh(entropy, 50_000);
        long before = JdkPrimitives.secretsAlive();
        Bytes sealed = VaultSeal.seal(P, passphrase, fileKey, lock, content, entropy);
        VaultSeal.open(P, passphrase, fileKey, sealed).orThrow().destroy();
        VaultSeal.open(P, fileKey, fileKey, sealed);
        assertThat(JdkPrimitives.secretsAlive()).isEqualTo(before);
    }
}
