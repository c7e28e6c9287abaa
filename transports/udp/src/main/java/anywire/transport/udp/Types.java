package anywire.transport.udp;

/** As drawn in the package. */
final class Types {
    static final int HELLO = 1;
    static final int CALL = 2;
    static final int EVENT = 3;
    static final int SUBSCRIBE = 4;
    static final int UNSUBSCRIBE = 5;
    static final int RENEW = 6;
    static final int HEARD = 7;
    static final int BYE = 8;
    static final int AGAIN = 9;

    static final int COOKIE = 16;
    static final int WELCOME = 17;
    static final int REPLY = 18;
    static final int WORKING = 19;
    static final int ACK = 20;
    static final int LIVE = 21;
    static final int PUSH = 22;
    static final int RESET = 23;
    static final int ALIVE = 24;

    private Types() {}
}
