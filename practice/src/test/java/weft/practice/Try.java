package weft.practice;
import java.nio.file.*; import java.util.*; import weft.practice.print.*;
class Try {
    public static void main(String[] a) throws Exception {
        Practice p = PracticeReader.readAny(Files.readString(Path.of(a[0])), "x", a.length > 3 ? a[3] : "en").orThrow();
        long t = System.nanoTime();
        try (var out = Files.newOutputStream(Path.of(a[1]))) {
            System.out.println(Booklets.print(p, new Wish(Wish.Form.valueOf(a[2]), Paper.A4, false, Optional.of("https://example.org/kitchen")), new Fonts(n -> { try { return Optional.of(weft.primitives.Bytes.of(Files.readAllBytes(Path.of("/usr/share/fonts/truetype/noto/" + n)))); } catch (Exception e) { return Optional.empty(); } }), n -> Optional.empty(), out, (s, d, o) -> {}));
        }
        System.out.println((System.nanoTime() - t) / 1000000 + " ms");
    }
}
