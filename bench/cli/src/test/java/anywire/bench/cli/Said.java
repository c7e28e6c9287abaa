package anywire.bench.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import picocli.CommandLine;

/** What a command line ended with and printed. */
record Said(int exit, String out, String err) {

    static Said by(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine anywire = Anywire.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int exit = anywire.execute(arguments);
        return new Said(exit, out.toString(), err.toString());
    }

    List<String> errLines() {
        return err.lines().toList();
    }
}
