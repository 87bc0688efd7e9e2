// SPDX-License-Identifier: MIT
#include "console/run.h"

int main(int argc, char **argv)
{
    return jarchi::console::run(argc, argv);
}
