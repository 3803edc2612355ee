package weft.core.peer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weft.core.key.Vectors;
import weft.core.view.Ref;
import weft.primitives.Bytes;
import weft.primitives.Secret;
import weft.wire.json.Checked;
import weft.wire.json.Json;

/** What outlives the process comes back the same, and nothing else is taken for it. */
class VaultContentTest {
    private static Bytes filled() {
        World world = new World();
        TinyNode amina = world.node("amina");
        TinyNode bo = world.node("bo");
        Bytes circle = world.circle(amina, "Grüße 🥕");
        world.join(amina, circle, bo);
        Ref one = ((Outcome.DoneThread) amina.wish(new Command.Post(circle, World.ask("Soup"), world.today().plus(9), "here"))).ref();
        Ref two = ((Outcome.DoneThread) amina.wish(new Command.Post(circle, World.ask("Bread"), world.today().plus(9), "here"))).ref();
        Ref three = ((Outcome.DoneThread) bo.wish(new Command.Post(circle, World.ask("Bike"), world.today().plus(9), ""))).ref();
        amina.wish(new Command.Answer(three, "Mine"));
        amina.wish(new Command.Hide(two));
        amina.wish(new Command.Close(one, weft.core.entry.Entry.Ending.DONE));
        world.pass(86_400 + 2 * 3_600);
        amina.wish(new Command.CircleInvite(circle));
        ((Outcome.DoneThread) amina.wish(new Command.Post(circle, World.ask("Salt"), world.today().plus(9), "here"))).ref();
        return amina.vault;
    }

    private static Checked<PeerState> read(Bytes bytes) {
        try (Secret content = TinyNode.P.keep(bytes.toArray())) {
            return VaultContent.read(TinyNode.P, content);
        }
    }

    @Test
    void vectors() throws java.io.IOException {
        for (Json.Obj vector : Vectors.all("vaultcontent/accept")) {
            Bytes content = Bytes.hex(vector.text("content").orElseThrow());
            PeerState state = read(content).orThrow();
            assertThat((long) state.circles.size()).isEqualTo(vector.whole("circles").orElseThrow());
            assertThat((long) state.invitations.size()).isEqualTo(vector.whole("invitations").orElseThrow());
            byte[] again = new byte[content.size()];
            try (Secret written = VaultContent.write(state)) {
                written.copyTo(again, 0);
            }
            assertThat(Bytes.wrap(again)).isEqualTo(content);
        }
        for (Json.Obj vector : Vectors.all("vaultcontent/reject")) {
            assertThat(read(Bytes.hex(vector.text("content").orElseThrow()))).as(vector.write().substring(0, 20) + vector.text("reason"))
                    .isInstanceOfSatisfying(Checked.Bad.class, bad -> assertThat(bad.fault().code()).isEqualTo(vector.text("reason").orElseThrow()));
        }
    }

    @Test
    void readsWhatItWrote() {
        Bytes vault = filled();
        PeerState state = read(vault).orThrow();
        byte[] again = new byte[vault.size()];
        try (Secret written = VaultContent.write(state)) {
            assertThat(written.size()).isEqualTo(vault.size());
            written.copyTo(again, 0);
        }
        assertThat(Bytes.wrap(again)).isEqualTo(vault);
        assertThat(state.circles).hasSize(2);
        assertThat(state.invitations).hasSize(2);
        assertThat(state.circles.values().iterator().next().forgotten).isNotEmpty();
        assertThat(state.circles.values().iterator().next().hidden).hasSize(1);
        assertThat(state.circles.values().iterator().next().voices).hasSize(3);
    }

    @Test
    void everyTruncationAndEveryTrailingByteIsRefused() {
        Bytes vault = filled();
        for (int size = 0; size < vault.size(); size += size < 300 ? 1 : 37) {
            assertThat(read(vault.slice(0, size))).as("%d bytes", size).isInstanceOf(Checked.Bad.class);
        }
        assertThat(((Checked.Bad<PeerState>) read(vault.then(Bytes.ofUnsigned(0)))).fault()).isEqualTo(VaultContentFault.MALFORMED);
        assertThat(((Checked.Bad<PeerState>) read(Bytes.ofUnsigned(4).then(vault.slice(1, vault.size())))).fault()).isEqualTo(VaultContentFault.NEWER_VERSION);
    }

    @Test
    void aChangedByteNeverThrowsAndWhatIsReadWritesTheSame() {
        Bytes vault = filled();
        SeededEntropy entropy = new SeededEntropy("flips");
        for (int i = 0; i < 400; i++) {
            byte[] bytes = vault.toArray();
            bytes[entropy.below(bytes.length)] ^= (byte) (1 << entropy.below(8));
            if (read(Bytes.wrap(bytes)) instanceof Checked.Good<PeerState>(PeerState state)) {
                byte[] again = new byte[bytes.length];
                try (Secret written = VaultContent.write(state)) {
                    assertThat(written.size()).isEqualTo(bytes.length);
                    written.copyTo(again, 0);
                }
                assertThat(Bytes.wrap(again)).isEqualTo(Bytes.wrap(bytes));
                state.destroy();
            }
        }
    }
}
