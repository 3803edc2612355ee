package weft.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weft.jdk.JdkPrimitives;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.primitives.Secret;

/** The vault is cut at every step, with many outcomes of each cut. */
class VaultFileTest {
    private static final Primitives P = new JdkPrimitives();
    private static final int SEEDS = 60;

    private static byte[] keyBytes(int generation) {
        return P.sha256(Bytes.utf8("file key " + generation)).toArray();
    }

    private static Secret key(int generation) {
        return P.keep(keyBytes(generation));
    }

    /** Stands for a sealed vault: opens with its own key alone, as the real one does. */
    private static Bytes sealed(int generation) {
        Bytes body = P.sha256(Bytes.utf8("sealed " + generation));
        return body.then(body, P.tag(key(generation), body));
    }

    private static boolean opens(VaultFile.Kept kept) {
        Bytes sealed = kept.sealed();
        return sealed.size() == 96 && sealed.slice(0, 32).equals(sealed.slice(32, 64)) && P.tag(kept.fileKey(), sealed.slice(0, 32))
                .equals(sealed.slice(64, 96));
    }

    /** What a node does at start: the newest that opens, then the rest is destroyed. */
    private static int openAndSettle(VaultFile vault) {
        for (VaultFile.Kept kept : vault.candidates()) {
            if (opens(kept)) {
                vault.settle(kept.generation());
                return (int) kept.generation();
            }
        }
        return 0;
    }

    private static boolean anyPartIsLeft(CutDisk disk, int generation) {
        return disk.holdsEightOf(keyBytes(generation));
    }

    @Test
    void everyCutLeavesTheOldOrTheNewAndNeverBothKeys() {
        int news = 0;
        int olds = 0;
        for (int before = 0; before <= 3; before++) {
            int steps = stepsOfWriteNumber(before + 1);
            for (int cut = 1; cut <= steps; cut++) {
                for (int seed = 0; seed < SEEDS; seed++) {
                    String where = "after " + before + " writes, cut at step " + cut + " of " + steps + ", seed " + seed;
                    CutDisk disk = new CutDisk(P, seed * 1_000_003L + cut);
                    VaultFile vault = new VaultFile(disk, P);
                    for (int generation = 1; generation <= before; generation++) {
                        vault.write(key(generation), sealed(generation));
                    }
                    disk.cutAt = disk.steps() + cut;
                    assertThatThrownBy(() -> vault.write(key(vaultNumber(vault)), sealed(vaultNumber(vault)))).isInstanceOf(CutDisk.Cut.class);
                    disk.restart();
                    int opened = openAndSettle(new VaultFile(disk, P));
                    assertThat(opened).as(where).isBetween(before, before + 1);
                    news += opened == before + 1 ? 1 : 0;
                    olds += opened == before ? 1 : 0;
                    for (int generation = 1; generation <= before + 1; generation++) {
                        // Where nothing was before and nothing opens, what is left of the first key opens nothing.
                        if (generation != opened && opened > 0) {
                            assertThat(anyPartIsLeft(disk, generation)).as("file key %s left %s", generation, where).isFalse();
                        }
                    }
                    goesOn(disk, opened, where);
                }
            }
        }
        assertThat(news).isPositive();
        assertThat(olds).isPositive();
    }

    private static int vaultNumber(VaultFile vault) {
        return vault.candidates().stream().mapToInt(kept -> (int) kept.generation()).max().orElse(0) + 1;
    }

    private static int stepsOfWriteNumber(int number) {
        CutDisk disk = new CutDisk(P, 0);
        VaultFile vault = new VaultFile(disk, P);
        int before = 0;
        for (int generation = 1; generation <= number; generation++) {
            before = disk.steps();
            vault.write(key(generation), sealed(generation));
        }
        return disk.steps() - before;
    }

    /** After recovery the vault writes again, and what it wrote is then the only one. */
    private static void goesOn(CutDisk disk, int opened, String where) {
        VaultFile again = new VaultFile(disk, P);
        again.write(key(opened + 1), sealed(opened + 1));
        assertThat(openAndSettle(new VaultFile(disk, P))).as(where).isEqualTo(opened + 1);
        assertThat(disk.list()).as(where).containsExactlyInAnyOrder("vault.keys", "vault." + (opened + 1));
        if (opened > 0) {
            assertThat(anyPartIsLeft(disk, opened)).as(where).isFalse();
        }
    }

    @Test
    void aCutDuringRecoveryIsRecoveredFromToo() {
        for (int seed = 0; seed < SEEDS; seed++) {
            for (int first = 1; first <= 10; first++) {
                for (int second = 1; second <= 5; second++) {
                    CutDisk disk = new CutDisk(P, seed * 31L + first * 7L + second);
                    VaultFile vault = new VaultFile(disk, P);
                    vault.write(key(1), sealed(1));
                    cut(disk, first, () -> vault.write(key(2), sealed(2)));
                    cut(disk, second, () -> openAndSettle(new VaultFile(disk, P)));
                    int opened = openAndSettle(new VaultFile(disk, P));
                    assertThat(opened).isBetween(1, 2);
                    assertThat(anyPartIsLeft(disk, 3 - opened)).as("seed %s, cuts %s and %s", seed, first, second).isFalse();
                }
            }
        }
    }

    private static void cut(CutDisk disk, int steps, Runnable work) {
        disk.cutAt = disk.steps() + steps;
        try {
            work.run();
        } catch (CutDisk.Cut e) {
            // That is what the test is about.
        }
        disk.restart();
    }

    @Test
    void whatIsAddedIsDurableAndNoMoreThanOneOlderOneIsLeft() {
        CutDisk disk = new CutDisk(P, 3);
        VaultFile vault = new VaultFile(disk, P);
        vault.write(key(1), sealed(1));
        for (int generation = 2; generation <= 6; generation++) {
            vault.add(key(generation), sealed(generation));
            assertThat(vault.isUnfinished()).isTrue();
            assertThat(vault.candidates()).extracting(VaultFile.Kept::generation).containsExactly((long) generation, generation - 1L);
            assertThat(vault.candidates()).allMatch(VaultFileTest::opens);
            for (int older = 1; older < generation - 1; older++) {
                assertThat(anyPartIsLeft(disk, older)).as("file key %s after %s were added", older, generation).isFalse();
            }
        }
        vault.finish();
        assertThat(vault.isUnfinished()).isFalse();
        assertThat(disk.list()).containsExactlyInAnyOrder("vault.keys", "vault.6");
        assertThat(anyPartIsLeft(disk, 5)).isFalse();
        int steps = disk.steps();
        vault.finish();
        assertThat(disk.steps()).as("nothing is left to do").isEqualTo(steps);
    }

    @Test
    void whatForgetsAfterWhatAddedLeavesNoneOfBoth() {
        CutDisk disk = new CutDisk(P, 4);
        VaultFile vault = new VaultFile(disk, P);
        vault.write(key(1), sealed(1));
        vault.add(key(2), sealed(2));
        vault.write(key(3), sealed(3));
        assertThat(vault.candidates()).extracting(VaultFile.Kept::generation).containsExactly(3L);
        assertThat(disk.list()).containsExactlyInAnyOrder("vault.keys", "vault.3");
        assertThat(anyPartIsLeft(disk, 1)).isFalse();
        assertThat(anyPartIsLeft(disk, 2)).isFalse();
    }

    /** Whatever a cut does: what was said to be durable before it opens, or something newer. */
    @Test
    void aCutWhileAddingLosesNothingThatWasAcknowledged() {
        for (int seed = 0; seed < SEEDS; seed++) {
            for (int cut = 1; cut <= 24; cut++) {
                CutDisk disk = new CutDisk(P, seed * 1_000_003L + cut);
                VaultFile vault = new VaultFile(disk, P);
                vault.write(key(1), sealed(1));
                disk.cutAt = disk.steps() + cut;
                int acknowledged = 1;
                try {
                    for (int generation = 2; generation <= 4; generation++) {
                        vault.add(key(generation), sealed(generation));
                        acknowledged = generation;
                    }
                    vault.finish();
                } catch (CutDisk.Cut e) {
                    assertThat(disk.steps()).isEqualTo(disk.cutAt);
                }
                disk.cutAt = Integer.MAX_VALUE;
                disk.restart();
                String where = "cut at step " + cut + ", seed " + seed;
                int opened = openAndSettle(new VaultFile(disk, P));
                assertThat(opened).as(where).isBetween(acknowledged, acknowledged + 1);
                for (int generation = 1; generation <= 4; generation++) {
                    if (generation != opened) {
                        assertThat(anyPartIsLeft(disk, generation)).as("file key %s left, %s", generation, where).isFalse();
                    }
                }
                goesOn(disk, opened, where);
            }
        }
    }

    @Test
    void anAdditionThatFailedCanBeTriedAgain() {
        for (int step = 1; step <= 12; step++) {
            CutDisk disk = new CutDisk(P, step);
            VaultFile vault = new VaultFile(disk, P);
            vault.write(key(1), sealed(1));
            vault.add(key(2), sealed(2));
            disk.cutAt = disk.steps() + step;
            try {
                vault.add(key(3), sealed(3));
                vault.finish();
            } catch (CutDisk.Cut e) {
                assertThat(disk.steps()).isEqualTo(disk.cutAt);
            }
            disk.cutAt = Integer.MAX_VALUE;
            vault.add(key(9), sealed(9));
            assertThat(vault.candidates().getFirst().sealed()).isEqualTo(sealed(9));
            vault.finish();
            assertThat(vault.candidates()).singleElement().satisfies(kept -> assertThat(kept.sealed()).isEqualTo(sealed(9)));
            for (int generation = 1; generation <= 3; generation++) {
                assertThat(anyPartIsLeft(disk, generation)).as("file key %s, step %s", generation, step).isFalse();
            }
        }
    }

    @Test
    void aFailedWriteCanBeTriedAgain() {
        for (int step = 1; step <= 12; step++) {
            CutDisk disk = new CutDisk(P, step);
            VaultFile vault = new VaultFile(disk, P);
            vault.write(key(1), sealed(1));
            disk.cutAt = disk.steps() + step;
            try {
                vault.write(key(2), sealed(2));
            } catch (CutDisk.Cut e) {
                assertThat(disk.steps()).isEqualTo(disk.cutAt);
            }
            disk.cutAt = Integer.MAX_VALUE;
            vault.write(key(9), sealed(9));
            VaultFile again = new VaultFile(disk, P);
            assertThat(openAndSettle(again)).isBetween(2, 3);
            assertThat(again.candidates()).singleElement().satisfies(kept -> assertThat(kept.sealed()).isEqualTo(sealed(9)));
            assertThat(anyPartIsLeft(disk, 1)).isFalse();
            assertThat(anyPartIsLeft(disk, 2)).isFalse();
        }
    }

    @Test
    void asksWhichOneOpensBeforeItWritesOverOne() {
        CutDisk disk = new CutDisk(P, 0);
        new VaultFile(disk, P).write(key(1), sealed(1));
        // The second generation's slot is written, the first one's not yet zeroed.
        disk.cutAt = disk.steps() + 7;
        assertThatThrownBy(() -> new VaultFile(disk, P).write(key(2), sealed(2))).isInstanceOf(CutDisk.Cut.class);
        disk.cutAt = Integer.MAX_VALUE;
        VaultFile vault = new VaultFile(disk, P);
        assertThat(vault.candidates()).extracting(VaultFile.Kept::generation).containsExactly(2L, 1L);
        assertThatThrownBy(() -> vault.write(key(3), sealed(3))).isInstanceOf(IllegalStateException.class);
        vault.settle(2);
        vault.write(key(3), sealed(3));
        assertThat(vault.candidates()).extracting(VaultFile.Kept::generation).containsExactly(3L);
    }

    @Test
    void worksInAFolderThatOnlyItsOwnerCanRead(@TempDir Path temp) throws Exception {
        Path folder = temp.resolve("node");
        FolderDisk disk = new FolderDisk(folder, P);
        VaultFile vault = new VaultFile(disk, P);
        assertThat(vault.exists()).isFalse();
        for (int generation = 1; generation <= 3; generation++) {
            vault.write(key(generation), sealed(generation));
        }
        assertThat(vault.exists()).isTrue();
        assertThat(openAndSettle(new VaultFile(disk, P))).isEqualTo(3);
        assertThat(disk.list()).isEqualTo(List.of("vault.3", "vault.keys"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder))).isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("vault.keys")))).isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("vault.3")))).isEqualTo("rw-------");
        byte[] keys = Files.readAllBytes(folder.resolve("vault.keys"));
        assertThat(keys).hasSize(8192).endsWith(new byte[4000]);
        assertThat(Bytes.wrap(keys).slice(0, 4096)).isEqualTo(Bytes.wrap(new byte[4096]));
    }
}
