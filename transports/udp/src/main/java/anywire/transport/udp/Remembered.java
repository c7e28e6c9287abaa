package anywire.transport.udp;

import io.netty.util.collection.LongObjectHashMap;
import io.netty.util.collection.LongObjectMap;
import org.jspecify.annotations.Nullable;

/**
 * What a server has been asked in one session, until the client says that it is over: so that a request that comes again is
 * not run again, but answered again. Replies of more than {@value #MAX_BYTES} bytes together are not kept: the oldest go,
 * and whoever asks for them learns that it ran, and no more. On the event loop.
 */
final class Remembered {
    private static final int MAX_BYTES = 8 << 20;
    /** More requests than a client may have under way at once. */
    private static final int MAX_AHEAD = 1 << 18;

    private final LongObjectMap<Entry> entries = new LongObjectHashMap<>();
    private long floor = 1;
    private long oldestReply = 1;
    private long highest;
    private int bytes;

    /** Still running where there is no answer. */
    static final class Entry {
        private @Nullable UdpReply answer;

        @Nullable
        UdpReply answer() {
            return answer;
        }
    }

    /** Whether a request can have that number, and say that all below the floor is over. */
    boolean admits(long number, long newFloor) {
        return newFloor >= 1 && newFloor <= number && number - floor <= MAX_AHEAD;
    }

    /** Forgets what is over. */
    void raiseFloor(long newFloor) {
        while (floor < newFloor) {
            Entry entry = entries.remove(floor);
            if (entry != null && entry.answer != null) {
                bytes -= entry.answer.size();
            }
            floor++;
        }
        oldestReply = Math.max(oldestReply, floor);
    }

    /** Whether it was over before this came. */
    boolean isOver(long number) {
        return number < floor;
    }

    @Nullable
    Entry find(long number) {
        return entries.get(number);
    }

    void begin(long number) {
        entries.put(number, new Entry());
        highest = Math.max(highest, number);
    }

    /** @return whether anybody may still want it */
    boolean answered(long number, UdpReply answer) {
        Entry entry = entries.get(number);
        if (entry == null) {
            return false;
        }
        entry.answer = answer;
        bytes += answer.size();
        return true;
    }

    /** @return how many replies are forgotten, so that the rest is not too much */
    int makeRoom() {
        int forgotten = 0;
        while (bytes > MAX_BYTES && oldestReply <= highest) {
            Entry entry = entries.get(oldestReply);
            if (entry != null && entry.answer != null) {
                bytes -= entry.answer.size();
                entry.answer = UdpReply.forgotten(oldestReply);
                bytes += entry.answer.size();
                forgotten++;
            }
            oldestReply++;
        }
        return forgotten;
    }
}
