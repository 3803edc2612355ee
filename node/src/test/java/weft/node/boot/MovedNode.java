package weft.node.boot;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import weft.node.cli.Passphrase;
import weft.node.home.OwnNode;
import weft.node.home.TestNode;
import weft.node.web.ServedNode;
import weft.primitives.Secret;

/** What {@code weft} runs, with a clock that is ahead by so many seconds and a passphrase that costs little: weeks of crashes in minutes. */
final class MovedNode {
    private MovedNode() {}

    /** The folder, and how many seconds its clock is ahead. The passphrase is the first line of the standard input. */
    public static void main(String[] arguments) throws InterruptedException {
        OwnNode.Setting usual = TestNode.setting(Path.of(arguments[0]));
        Clock clock = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(Long.parseLong(arguments[1])));
        ServedNode served = ServedNode.start(
                new OwnNode.Setting(usual.folder(), usual.primitives(), usual.entropy(), clock, usual.cost(), usual.links()), 0);
        OwnNode node = served.node();
        Secret passphrase = Passphrase.firstLine(System.in, node.primitives());
        OwnNode.Entry entry = node.gate() == OwnNode.Gate.NEW ? node.begin(passphrase) : node.unlock(passphrase);
        if (entry != OwnNode.Entry.IN) {
            System.out.println(entry);
            System.exit(17);
        }
        System.out.println(served.web().startLink());
        new CountDownLatch(1).await();
    }
}
