/**
 * Practices on paper: booklets to fold, leaflets, posters, and pages to read, as tagged PDF with embedded fonts.
 *
 * <p>May touch: {@code weft.practice}, openhtmltopdf, PDFBox, qrcodegen, ICU, the JDK's pictures and shaping. Nothing is fetched: fonts and pictures come
 * from the caller, the PDF goes to a stream that the caller gives.
 */
@NullMarked
package weft.press;

import org.jspecify.annotations.NullMarked;
