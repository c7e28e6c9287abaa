@org.jspecify.annotations.NullMarked
package anywire.transport.tck;
