// Numbers that somebody changed by hand, the old one struck through: "3.~~3~~4", "~~3.3~~ 3.4".
#pragma once

#include "intake/blocks.h"

namespace concord::intake {

// Takes the struck part of a number out of each paragraph that opens with one, so that the number
// is read as it is meant; lists it as removed, with a doubt (IMP017). A number that is struck
// whole, with none in its place, stays as it is: it may be meant to go with its words.
void settle_struck_numbers(Reading& reading);

}  // namespace concord::intake
