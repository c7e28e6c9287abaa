package anywire.bench.run;

/** One cell in one block: its windows' histograms merged. What ratios are made of. */
public record BlockCell(String scenario, String transport, Latency intended, Latency actual, double perSecond) {}
