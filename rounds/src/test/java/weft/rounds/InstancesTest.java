package weft.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weft.rounds.format.FormatException;
import weft.rounds.format.Instances;

class InstancesTest {
    static final String LI_LIM = """
            2\t10\t1
            0\t0\t0\t0\t0\t100\t0\t0\t0
            1\t3\t4\t5\t0\t50\t1\t0\t2
            2\t6\t8\t-5\t0\t60\t1\t1\t0
            """;
    static final String SOLOMON = """
            tiny

            VEHICLE
            NUMBER     CAPACITY
              2         10

            CUSTOMER
            CUST NO.  XCOORD.    YCOORD.    DEMAND   READY TIME  DUE DATE   SERVICE TIME

                0      0          0          0          0        100          0
                1      3          4          5          0         50          1
                2     -3          4          6          0         50          1
            """;

    @Test
    void solvesBothFormats() {
        assertThat(Solve.solve(LI_LIM, 0.05, 1, () -> System.nanoTime() / 1e9, p -> {}))
                .isEqualTo("{\"routes\": [[1, 2]], \"vehicles\": 1, \"distance\": 20.0}");
        assertThat(Solve.solve(SOLOMON, 0.05, 1, () -> System.nanoTime() / 1e9, p -> {})).contains("\"vehicles\": 2, \"distance\": 20.0}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "2\t10\t1|two\t10\t1|row 2: here should be the line \"VEHICLE\"|the first line is no longer Li and Lim's",
        "1\t3\t4\t5\t0\t50\t1\t0\t2|1\t3\t4\t5\t0\t50\t1\t0|row 3: a row has 9 columns, this one has 8|a column is missing",
        "1\t3\t4\t5\t0\t50\t1\t0\t2|1\t3\t4,5\t5\t0\t50\t1\t0\t2|row 3: y has to be a number, not \"4,5\" (write a point, not a comma)|decimal comma",
        "1\t3\t4\t5\t0\t50\t1\t0\t2|1\t3\t4\t5\t60\t50\t1\t0\t2|row 3: the window ends before it starts|impossible window",
        "2\t6\t8\t-5\t0\t60\t1\t1\t0|2\t6\t8\t-4\t0\t60\t1\t1\t0|row 3: task 1 picks up 5.0, but task 2 delivers 4.0|loads differ",
        "2\t6\t8\t-5\t0\t60\t1\t1\t0|2\t6\t8\t-5\t0\t60\t1\t7\t0|row 3: task 1 names 2 as its partner, but 2 names another|partner not mutual",
        "2\t6\t8\t-5\t0\t60\t1\t1\t0|3\t6\t8\t-5\t0\t60\t1\t1\t0|row 4: the rows are numbered in turn|numbering",
        "1\t3\t4\t5\t0\t50\t1\t0\t2|1\t3\t4\t5\t0\t50\t1\t0\t0|row 3: task 1 needs either|no partner",
        "1\t3\t4\t5\t0\t50\t1\t0\t2|1\t3\t4\t5\t0\t50\t-1\t0\t2|row 3: the service time is below 0|negative service"
    })
    void refusesWithTheRow(String good, String bad, String message, String why) {
        assertThat(LI_LIM).contains(good);
        assertThatThrownBy(() -> Instances.read(LI_LIM.replace(good, bad))).as(why).isInstanceOf(FormatException.class).hasMessageStartingWith(message);
    }

    @Test
    void refusesWhatEndsEarly() {
        assertThatThrownBy(() -> Instances.read("")).hasMessageStartingWith("row 1: the file is empty");
        assertThatThrownBy(() -> Instances.read("name\n\nVEHICLE\n")).hasMessageStartingWith("row 4: the file ends where");
        assertThatThrownBy(() -> Instances.read("2 10 1\n")).hasMessageStartingWith("row 2: the file ends where the depot");
    }
}
