package anywire.network;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * A TUN device of Linux: what the kernel routes to it is read here, packet by packet, and what is written here has arrived
 * from it. One thread may read while others write.
 *
 * @see <a href="https://docs.kernel.org/networking/tuntap.html">Universal TUN/TAP device driver</a>
 */
final class Tun implements AutoCloseable {
    private static final String DEVICE = "/dev/net/tun";
    private static final int O_RDWR = 2;
    private static final long TUNSETIFF = 0x400454caL;
    private static final short IFF_TUN = 0x0001;
    private static final short IFF_NO_PI = 0x1000;
    private static final int IFREQ_BYTES = 40;
    private static final int IFNAMSIZ = 16;
    private static final int MAX_PACKET_BYTES = 1 << 16;

    private final int fd;
    private final Memory in = new Memory(MAX_PACKET_BYTES);
    private final Memory out = new Memory(MAX_PACKET_BYTES);

    private Tun(int fd) {
        this.fd = fd;
    }

    /**
     * @param name of a device that is made, in the network namespace of this process, and goes when it is closed
     * @throws IOException in one line, where that is not allowed
     */
    static Tun open(String name) throws IOException {
        int fd;
        try {
            fd = Libc.open(DEVICE, O_RDWR);
        } catch (LastErrorException e) {
            throw new IOException("can't open " + DEVICE + ": " + e.getMessage(), e);
        }
        try (Memory request = new Memory(IFREQ_BYTES)) {
            request.clear();
            byte[] ascii = name.getBytes(StandardCharsets.US_ASCII);
            request.write(0, ascii, 0, Math.min(ascii.length, IFNAMSIZ - 1));
            request.setShort(IFNAMSIZ, (short) (IFF_TUN | IFF_NO_PI));
            int ignored = Libc.ioctl(fd, new NativeLong(TUNSETIFF), request);
        } catch (LastErrorException e) {
            int ignored = Libc.close(fd);
            throw new IOException("can't make the TUN device " + name + ": " + e.getMessage(), e);
        }
        return new Tun(fd);
    }

    /** Waits for a packet. */
    byte[] read() throws IOException {
        try {
            long length = Libc.read(fd, in, new NativeLong(MAX_PACKET_BYTES)).longValue();
            return in.getByteArray(0, (int) length);
        } catch (LastErrorException e) {
            throw new IOException("can't read from the TUN device: " + e.getMessage(), e);
        }
    }

    /** A packet that the kernel does not want (the device is down, the packet makes no sense) is an error. */
    synchronized void write(byte[] packet) throws IOException {
        out.write(0, packet, 0, packet.length);
        try {
            NativeLong ignored = Libc.write(fd, out, new NativeLong(packet.length));
        } catch (LastErrorException e) {
            throw new IOException("can't write to the TUN device: " + e.getMessage(), e);
        }
    }

    /** The device must be gone, or a reader stays where it is. */
    @Override
    public void close() {
        int ignored = Libc.close(fd);
    }

    /** The calls of the C library, mapped directly. */
    private static final class Libc {
        static {
            Native.register(Libc.class, "c");
        }

        static native int open(String path, int flags) throws LastErrorException;

        static native int ioctl(int fd, NativeLong request, Pointer argument) throws LastErrorException;

        static native NativeLong read(int fd, Pointer buffer, NativeLong length) throws LastErrorException;

        static native NativeLong write(int fd, Pointer buffer, NativeLong length) throws LastErrorException;

        static native int close(int fd) throws LastErrorException;
    }
}
