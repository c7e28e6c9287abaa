package anywire.host;

import anywire.codec.CodecException;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** A role in a process of its own, seen from the parent. To be used by one thread at a time. */
public final class RoleProcess implements AutoCloseable {
    private static final int LEAVING_MILLIS = 500;
    /** For a recording to be written. */
    private static final int WRITING_MILLIS = 20_000;

    private static final ControlFrame GONE = ControlFrame.failure("");

    private final String name;
    private final Path log;
    private final Optional<String> owner;
    private final Process process;
    private final DataOutputStream questions;
    private final BlockingQueue<ControlFrame> answers = new ArrayBlockingQueue<>(2);

    private RoleProcess(String name, Path log, Optional<String> owner, Process process) {
        this.name = name;
        this.log = log;
        this.owner = owner;
        this.process = process;
        this.questions = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        Thread reader = new Thread(this::read, "answers-of-" + name);
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Starts a JVM for a role.
     *
     * @param name for messages and for the log's file name
     * @param classPath only what the role needs: see {@link ClassPath}
     * @param site where its log goes, and which network it is in
     */
    public static RoleProcess start(String name, Class<? extends Role> role, ClassPath classPath, ProcessContext site)
            throws InterruptedException {
        Path log = site.logs().resolve(name.replaceAll("[^A-Za-z0-9.-]", "-") + ".log");
        List<String> flags = new ArrayList<>(JvmFlags.role());
        flags.addAll(Profiling.flags(log));
        return new RoleProcess(
                name,
                log,
                site.owner(),
                Spawner.java(site.within(), flags, classPath, RoleMain.class, role.getName(), log));
    }

    /** In the machine's own network. */
    public static RoleProcess start(String name, Class<? extends Role> role, ClassPath classPath, Path logs)
            throws InterruptedException {
        return start(name, role, classPath, ProcessContext.at(logs));
    }

    public long pid() {
        return process.pid();
    }

    public boolean alive() {
        return process.isAlive();
    }

    /**
     * Asks and waits for the answer.
     *
     * @throws RoleFailedException if the role says that it can't, dies, or does not answer in time
     */
    public <A extends Record> A ask(Record question, Class<A> answer, Duration limit) throws InterruptedException {
        send(question);
        return receive(answer, limit);
    }

    /** Asks without waiting: {@link #receive} gets the answer. At most one question may be open. */
    public void send(Record question) {
        try {
            ControlFrame.of(question).write(questions);
        } catch (IOException e) {
            throw died();
        }
    }

    /** As {@link #ask}, for a question already sent. */
    public <A extends Record> A receive(Class<A> answer, Duration limit) throws InterruptedException {
        ControlFrame frame = answers.poll(limit.toNanos(), TimeUnit.NANOSECONDS);
        if (frame == null) {
            throw failed(name + " did not answer within " + limit.toSeconds() + " s; see " + log);
        }
        if (frame == GONE) {
            throw died();
        }
        if (!frame.ok()) {
            throw failed(name + ": " + frame.type());
        }
        try {
            return ControlFrame.CODEC.decode(answer, frame.body());
        } catch (CodecException e) {
            throw failed(name + " answered something else than " + answer.getSimpleName() + ": " + e.detail());
        }
    }

    private RoleFailedException died() {
        try {
            process.waitFor(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        String how = process.isAlive() ? "closed its control channel" : "died with exit code " + process.exitValue();
        return failed(name + " " + how + "; see " + log);
    }

    private RoleFailedException failed(String message) {
        return new RoleFailedException(message, owner);
    }

    private void read() {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(process.getInputStream()))) {
            while (true) {
                answers.put(ControlFrame.read(in));
            }
        } catch (IOException e) {
            answers.offer(GONE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** At once, without a chance to clean up. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Ends its standard input, waits a moment for it to leave, then kills it. Idempotent. */
    @Override
    public void close() {
        try {
            questions.close();
        } catch (IOException e) {
            // It is gone already, which is what is wanted.
        }
        boolean left = false;
        try {
            left = process.waitFor(Profiling.isOn() ? WRITING_MILLIS : LEAVING_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!left) {
            process.destroyForcibly();
        }
    }
}
