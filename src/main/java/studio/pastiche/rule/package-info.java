/// Marks of agreed exceptions to the architecture's rules, so that each can be seen where it is
/// made.
@NullMarked
package studio.pastiche.rule;

import org.jspecify.annotations.NullMarked;
