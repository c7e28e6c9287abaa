/*
 * A ping-pong in C, for comparison: 100 bytes each way, one in flight, as the floor "socket" does it.
 *   pingpong serve                      over TCP: prints its port, echoes one connection after another
 *   pingpong ask PORT MILLIS            prints the median round trip in nanoseconds
 *   pingpong serve-datagrams            the same over UDP
 *   pingpong ask-datagrams PORT MILLIS
 */
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { BYTES = 100, MOST = 1 << 20 };

static long now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000000000L + t.tv_nsec;
}

static int ascending(const void *a, const void *b) {
    long x = *(const long *)a, y = *(const long *)b;
    return (x > y) - (x < y);
}

static int whole(int fd, char *to) {
    for (int got = 0; got < BYTES;) {
        ssize_t n = recv(fd, to + got, BYTES - got, 0);
        if (n <= 0) return 0;
        got += n;
    }
    return 1;
}

int main(int count, char **given) {
    int one = 1;
    char message[BYTES] = {0};
    struct sockaddr_in at = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t size = sizeof at;
    int datagrams = count > 1 && strstr(given[1], "datagrams") != 0;
    int fd = socket(AF_INET, datagrams ? SOCK_DGRAM : SOCK_STREAM, 0);
    if (count == 2) {
        if (bind(fd, (struct sockaddr *)&at, size) || (!datagrams && listen(fd, 5))) return 1;
        getsockname(fd, (struct sockaddr *)&at, &size);
        printf("%d\n", ntohs(at.sin_port));
        fflush(stdout);
        while (datagrams) {
            struct sockaddr_in from;
            socklen_t its = sizeof from;
            ssize_t n = recvfrom(fd, message, BYTES, 0, (struct sockaddr *)&from, &its);
            if (n > 0) sendto(fd, message, n, 0, (struct sockaddr *)&from, its);
        }
        for (;;) {
            int peer = accept(fd, 0, 0);
            setsockopt(peer, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
            while (whole(peer, message)) send(peer, message, BYTES, 0);
            close(peer);
        }
    }
    if (count != 4) return 2;
    at.sin_port = htons(atoi(given[2]));
    if (connect(fd, (struct sockaddr *)&at, size)) return 1;
    if (!datagrams) setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    long *took = malloc(MOST * sizeof *took), n = 0, end = now() + atol(given[3]) * 1000000L;
    for (long sent = now(); sent < end && n < MOST;) {
        send(fd, message, BYTES, 0);
        if (!whole(fd, message)) return 1;
        long back = now();
        took[n++] = back - sent;
        sent = back;
    }
    qsort(took, n, sizeof *took, ascending);
    printf("%ld\n", took[n / 2]);
    return 0;
}
