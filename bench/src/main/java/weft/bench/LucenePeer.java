package weft.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.SloppyMath;
import org.jspecify.annotations.Nullable;
import weft.core.find.Search;

/**
 * Lucene as the peer: one segment in memory, the standard analysis (the synthetic words need no folding), filters only, all hits
 * collected. Its cache of queries is off, because no search comes twice in life.
 */
final class LucenePeer implements AutoCloseable {
    private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
    private final IndexWriter writer;
    private @Nullable DirectoryReader reader;
    private @Nullable IndexSearcher searcher;
    private double[][] places = new double[1 << 16][];

    LucenePeer() throws IOException {
        writer = new IndexWriter(directory, new IndexWriterConfig(new StandardAnalyzer()).setRAMBufferSizeMB(256));
    }

    void add(int handle, FindBench.Item item) throws IOException {
        weft.core.entry.Point point = weft.core.entry.Point.blurred(item.latitude(), item.longitude());
        Document document = new Document();
        document.add(new TextField("text", item.text(), Field.Store.NO));
        document.add(new LatLonPoint("place", point.latitudeE6() / 1e6, point.longitudeE6() / 1e6));
        document.add(new LongPoint("from", item.from()));
        document.add(new LongPoint("until", item.until()));
        document.add(new NumericDocValuesField("handle", handle));
        writer.addDocument(document);
        if (handle >= places.length) {
            places = Arrays.copyOf(places, places.length * 2);
        }
        places[handle] = new double[] {point.latitudeE6() / 1e6, point.longitudeE6() / 1e6};
    }

    void open() throws IOException {
        writer.forceMerge(1);
        writer.commit();
        DirectoryReader opened = DirectoryReader.open(directory);
        reader = opened;
        searcher = new IndexSearcher(opened);
        searcher.setQueryCache(null);
    }

    long bytes() throws IOException {
        long sum = 0;
        for (String file : directory.listAll()) {
            sum += directory.fileLength(file);
        }
        return sum;
    }

    int[] search(Search search) throws IOException {
        return java.util.Objects.requireNonNull(searcher).search(query(search), new CollectorManager<Hits, int[]>() {
            @Override
            public Hits newCollector() {
                return new Hits();
            }

            @Override
            public int[] reduce(Collection<Hits> all) {
                return all.iterator().next().taken();
            }
        });
    }

    private static Query query(Search search) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (String word : search.words().split(" ")) {
            all.add(new TermQuery(new Term("text", word)), BooleanClause.Occur.FILTER);
        }
        search.around().ifPresent(around -> all.add(LatLonPoint.newDistanceQuery("place", around.centre().latitudeE6() / 1e6,
                around.centre().longitudeE6() / 1e6, around.metres()), BooleanClause.Occur.FILTER));
        search.from().ifPresent(from -> all.add(LongPoint.newRangeQuery("until", from, Long.MAX_VALUE), BooleanClause.Occur.FILTER));
        search.until().ifPresent(until -> all.add(LongPoint.newRangeQuery("from", Long.MIN_VALUE, until), BooleanClause.Occur.FILTER));
        return all.build();
    }

    /** Lucene rounds places to a centimetre and distances a little: hits may differ within a metre of the border, and there alone. */
    void sameButForTheBorder(Search search, int[] ours, int[] theirs) {
        Search.Around around = search.around().orElseThrow(() -> new IllegalStateException("not the same hits: " + search));
        for (int handle : symmetric(ours, theirs)) {
            weft.core.entry.Point centre = around.centre();
            double metres = SloppyMath.haversinMeters(centre.latitudeE6() / 1e6, centre.longitudeE6() / 1e6, places[handle][0], places[handle][1]);
            if (Math.abs(metres - around.metres()) > 1) {
                throw new IllegalStateException("not the same hits: " + search + ", " + metres + " m away");
            }
        }
    }

    private static int[] symmetric(int[] a, int[] b) {
        return java.util.stream.IntStream.concat(Arrays.stream(a).filter(one -> Arrays.binarySearch(b, one) < 0),
                Arrays.stream(b).filter(one -> Arrays.binarySearch(a, one) < 0)).toArray();
    }

    @Override
    public void close() throws IOException {
        if (reader != null) {
            reader.close();
        }
        writer.close();
        directory.close();
    }

    /** Every hit's handle. */
    private static final class Hits extends SimpleCollector {
        private int[] handles = new int[64];
        private int size;
        private @Nullable NumericDocValues values;

        @Override
        protected void doSetNextReader(LeafReaderContext context) throws IOException {
            values = context.reader().getNumericDocValues("handle");
        }

        @Override
        public void collect(int doc) throws IOException {
            NumericDocValues now = java.util.Objects.requireNonNull(values);
            now.advanceExact(doc);
            if (size == handles.length) {
                handles = Arrays.copyOf(handles, size * 2);
            }
            handles[size++] = (int) now.longValue();
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }

        int[] taken() {
            return Arrays.copyOf(handles, size);
        }
    }
}
