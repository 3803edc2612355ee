// Whole reconciliations by the reference in C++ (github.com/hoytech/negentropy, MIT; its headers are not part of this project).
// negentropy-peer LEFT RIGHT RUNS: each file holds items of 8 bytes of time, big endian, and 32 of id. For each run one line:
// microseconds of processor time of both sides, of the one that begins, round trips, bytes, differences found, and a hash of all messages.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <string>

#include <openssl/sha.h>

#include "negentropy.h"
#include "negentropy/storage/Vector.h"

static void read(const char *name, negentropy::storage::Vector &into) {
    FILE *file = fopen(name, "rb");
    unsigned char item[40];
    while (file && fread(item, sizeof item, 1, file) == 1) {
        uint64_t time = 0;
        for (int i = 0; i < 8; i++) time = time << 8 | item[i];
        into.addItem(time, std::string_view(reinterpret_cast<char *>(item) + 8, 32));
    }
    if (!file) exit(2);
    fclose(file);
    into.seal();
}

static double cpu() {
    timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return now.tv_sec * 1e6 + now.tv_nsec / 1e3;
}

int main(int count, char **arguments) {
    if (count != 4) return 2;
    negentropy::storage::Vector left, right;
    read(arguments[1], left);
    read(arguments[2], right);
    for (int run = 0; run < atoi(arguments[3]); run++) {
        std::vector<std::string> have, need;
        std::string all;
        size_t trips = 0, bytes = 0;
        double both = 0, mine = 0, begun = cpu();
        negentropy::Negentropy<negentropy::storage::Vector> initiator(left), responder(right);
        std::optional<std::string> message = initiator.initiate();
        mine += cpu() - begun;
        while (message) {
            all.append(*message);
            begun = cpu();
            std::string answer = responder.reconcile(*message);
            both += cpu() - begun;
            all.append(answer);
            bytes += message->size() + answer.size();
            trips++;
            begun = cpu();
            message = initiator.reconcile(answer, have, need);
            mine += cpu() - begun;
        }
        unsigned char hash[32];
        SHA256(reinterpret_cast<const unsigned char *>(all.data()), all.size(), hash);
        printf("%.0f %.0f %zu %zu %zu ", both + mine, mine, trips, bytes, have.size() + need.size());
        for (unsigned char byte : hash) printf("%02x", byte);
        printf("\n");
        fflush(stdout);
    }
    return 0;
}
