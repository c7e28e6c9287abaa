package anywire.host;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;

/** A child process's main class; its one argument names the {@link Role}. */
public final class RoleMain {
    private RoleMain() {}

    public static void main(String[] args) throws Exception {
        DataInputStream in = new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        System.setOut(System.err);
        Role role = (Role) Class.forName(args[0]).getDeclaredConstructor().newInstance();
        Questions questions = new Questions();
        role.answers(questions);
        int exit = serve(in, out, questions);
        Profiling.write();
        // Whatever threads a transport left behind, and whatever its shutdown hooks would wait for: leave now.
        Runtime.getRuntime().halt(exit);
    }

    private static int serve(DataInputStream in, DataOutputStream out, Questions questions) {
        try {
            while (true) {
                answer(ControlFrame.read(in), questions).write(out);
            }
        } catch (EOFException e) {
            return 0;
        } catch (IOException e) {
            e.printStackTrace();
            return 1;
        }
    }

    private static ControlFrame answer(ControlFrame question, Questions questions) {
        try {
            return ControlFrame.of(questions.answer(question));
        } catch (Exception | LinkageError e) {
            e.printStackTrace();
            String message = e.getMessage();
            return ControlFrame.failure(message == null ? e.toString() : message);
        }
    }
}
